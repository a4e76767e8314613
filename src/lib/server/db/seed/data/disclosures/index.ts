import type { PeriodicStory } from '../../history/disclosures/story.ts';
import { OF_THE_COMMITTEES } from './committee.ts';
import { OF_THE_ESTATES } from './estate.ts';

export { SINGLE } from './single.ts';
export const PERIODIC: readonly PeriodicStory[] = [...OF_THE_COMMITTEES, ...OF_THE_ESTATES];
