import { eq } from 'drizzle-orm';
import { meeting } from '../../../schema/index.ts';
import type { World } from '../../world.ts';
import type { Telling } from '../telling.ts';
import type { SharedDocument } from './shared-document.ts';
import type { MeetingStory } from './story.ts';

export const MINUTE = 60_000;

/** A meeting while it is being told. */
export interface Stage {
	world: World;
	telling: Telling;
	story: MeetingStory;
	opens: Date;
	/** Known from the call on. */
	id: string;
	agenda?: SharedDocument;
	/** Ids of the frozen items by their numbers, from the notice on. */
	items: Map<string, string>;
	minutes?: SharedDocument;
	/** What the code at the door says. */
	doorCode?: string;
}

/** Something that happens at a moment of the story. */
export type Event = readonly [at: Date, happen: () => Promise<void>];

/** So many minutes after the opening. */
export const after = ({ opens }: Stage, minutes: number): Date => new Date(opens.getTime() + minutes * MINUTE);

/** Whoever called it asks. */
export const asChair = ({ telling, story }: Stage) => telling.as(story.by);

export async function rowOf({ telling, id }: Stage) {
	const [row] = await telling.database.db.select().from(meeting).where(eq(meeting.id, id));
	return row!;
}
