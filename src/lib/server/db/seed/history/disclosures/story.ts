import type { Stance } from '#lib/domain/comments/comments.policy.ts';

/** What a resident, or somebody for an organisation, says under a publication. */
export interface CommentStory {
	/** Days after it, and the time. */
	after: readonly [days: number, time: string];
	by: string;
	/** Slot of the organisation that answers. */
	for?: string;
	body: string;
	/** An answer to the comment before. */
	answers?: true;
	/** Under a vote: an argument, or a question to its convener. */
	stance?: Stance;
}

interface Text {
	/** `{period}` is the period as people say it: 2026年第三季度. */
	title: string;
	body: string;
	/** Rows as they are pasted from a spreadsheet, cells apart by commas, the head first. */
	table?: string;
	/** The same rows as a file to download, under this name. */
	file?: string;
	comments?: readonly CommentStory[];
}

interface Publisher {
	/** Slot of the party, who writes for it and who looks at it before it is out. */
	for: string;
	by: string;
	review: string;
}

/** An item of the catalogue, published period after period: the latest issue first. */
export interface PeriodicStory extends Publisher {
	item: string;
	/** Working days after the end of the period. */
	within: number;
	issues: readonly Text[];
}

/** Published once: a notice, or an item of the catalogue that has no periods. */
export interface SingleStory extends Publisher, Text {
	item: string | null;
	at: readonly [day: number, time: string];
	/** The item of a meeting's agenda, by its number, that it was begun from. */
	from?: readonly [meetingKey: string, item: string];
	/** Stays at the head of the list so many days from the seeding. */
	pinned?: number;
	occurred?: number;
	/** It was sent back once before: why, and the text it had. */
	sentBack?: { reason: string; body: string };
	/** A mistake that was corrected later by a second version. */
	corrected?: { at: readonly [day: number, time: string]; note: string; body: string };
}
