import type { MeetingStory } from '../../history/meetings/story.ts';
import { CHARGING_SHED_TALK } from './charging-shed-talk.ts';
import { CORRIDOR_TALK } from './corridor-talk.ts';
import { ESTATE_ASSEMBLY } from './estate-assembly.ts';
import { FIRE_LANE } from './fire-lane.ts';
import { NEXT_JOINT_MEETING } from './next-joint-meeting.ts';
import { OLD_ESTATE_ASSEMBLY } from './old-estate-assembly.ts';
import { PARKING_HEARING } from './parking-hearing.ts';
import { RENOVATION } from './renovation.ts';
import { REPRESENTATIVES } from './representatives.ts';
import { RESIDENTS_ASSEMBLY } from './residents-assembly.ts';
import { RING_ROAD } from './ring-road.ts';
import { SHED_TALK } from './shed-talk.ts';
import { WIRES } from './wires.ts';

/** One a file, in the order in which they were held; the last two are under way. */
export const MEETINGS: readonly MeetingStory[] = [
	WIRES,
	REPRESENTATIVES,
	ESTATE_ASSEMBLY,
	CORRIDOR_TALK,
	RENOVATION,
	PARKING_HEARING,
	RING_ROAD,
	OLD_ESTATE_ASSEMBLY,
	RESIDENTS_ASSEMBLY,
	SHED_TALK,
	FIRE_LANE,
	NEXT_JOINT_MEETING,
	CHARGING_SHED_TALK
];
