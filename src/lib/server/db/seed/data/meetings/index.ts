import type { MeetingStory } from '../../history/meetings/story.ts';
import { FIRST_HALF } from './first-half.ts';
import { RECENT } from './recent.ts';
import { SECOND_HALF } from './second-half.ts';
import { UNDER_WAY } from './under-way.ts';

/** In the order in which they were held. */
export const MEETINGS: readonly MeetingStory[] = [...FIRST_HALF, ...SECOND_HALF, ...RECENT, ...UNDER_WAY];
