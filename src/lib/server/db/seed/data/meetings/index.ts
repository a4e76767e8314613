import type { MeetingStory } from '../../history/meetings/story.ts';
import { RECENT } from './recent.ts';
import { UNDER_WAY } from './under-way.ts';

/** In the order in which they were called. */
export const MEETINGS: readonly MeetingStory[] = [...RECENT, ...UNDER_WAY];
