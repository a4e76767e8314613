import type { AgendaItemKind } from '#lib/domain/meetings/agenda-document.ts';
import type { PositionStance } from '#lib/domain/meetings/hearing.ts';
import type { MeetingKind } from '#lib/domain/meetings/kinds.ts';

/** An item as its party brings it in. */
export interface ItemStory {
	/** Sign-in name; the party is the one that person speaks for. */
	by: string;
	title: string;
	kind: AgendaItemKind;
	minutes?: number;
	/** Parts of it, by whoever adds them. */
	parts?: readonly ItemStory[];
	/** Taken back by its own party before the notice went out. */
	withdrawn?: boolean;
}

/**
 * What somebody writes under an item (by its number), so many minutes after the opening. Lines: `### ` heading, `- `
 * list, `1. ` numbered, `[ ] ` and `[x] ` tasks, `| a | b |` table with its head first, anything else a paragraph;
 * `**bold**`. `{+9}` is the date nine days after the meeting.
 */
export type Section = readonly [minute: number, item: string, by: string, text: string];

export interface SignatureStory {
	by: string;
	/** Days after the sealing; more than three is late. */
	after: number;
	stance?: 'agree-with-reservation' | 'refuse';
	text?: string;
}

/** Somebody who was there objects to the paragraph that begins with these words; the chair answers the same day. */
export interface ObjectionStory {
	by: string;
	words: string;
	body: string;
	accepted: boolean;
	answer: string;
}

/** A sealed paragraph (by how it begins) that was found wrong later, how it reads now and why. */
export interface CorrigendumStory {
	after: number;
	words: string;
	/** What stood there, and what it should have been. */
	wrong: string;
	right: string;
	reason: string;
	signedBy: readonly string[];
}

/** Something the meeting gave a party (by its slot) or a person (by sign-in name) to do, from a paragraph or an item. */
export interface TaskStory {
	minute: number;
	by: string;
	from: { words: string } | { item: string };
	to: string;
	title: string;
	/** Days after the meeting. */
	due: number;
	settled?: { after: number; by: string } & ({ done: string } | { dropped: string });
}

/** A sketch of the place that somebody puts at the end of an item's section. */
export type PictureStory = readonly [minute: number, item: string, by: string, alt: string];

/** Something said beside the text, of these words in it, so many minutes after the opening. */
export interface RemarkStory {
	minute: number;
	by: string;
	words: string;
	body: string;
	answer?: { by: string; body: string };
}

/** What was said at a hearing: turns on the floor, questions and their answers, and where the parties stood. */
export interface HearingStory {
	/** Minute at which the floor was given, how many were planned, how long it was had; by sign-in name. */
	floor: readonly (readonly [minute: number, by: string, planned: number, had: number])[];
	questions: readonly {
		minute: number;
		by: string;
		item: string;
		/** Slot of the party, and who answers for it. */
		to: string;
		answeredBy: string;
		question: string;
		answer: string;
	}[];
	positions: readonly (readonly [by: string, stance: PositionStance, body: string])[];
}

/** A meeting of the past year, from the call to the signatures. */
export interface MeetingStory {
	key: string;
	kind: MeetingKind;
	title: string;
	place: string;
	/** Who calls it and sits in the chair, for which party. */
	by: string;
	for: string;
	/** Day and time of the opening, counted from day 0; or minutes before what is under way. */
	at: readonly [day: number, time: string] | `now-${number}`;
	/** Days before at which it is called, and at which the notice goes out. */
	called: number;
	convened: number;
	/** Slots of the invited parties. */
	parties: readonly string[];
	agenda: readonly ItemStory[];
	/** Items of earlier meetings that were not settled there: put on the agenda before the notice. */
	carries?: readonly (readonly [meetingKey: string, item: string])[];
	/** How items ended, said so many minutes after the opening. */
	ended?: readonly (readonly [minute: number, item: string, outcome: 'settled' | 'carried'])[];
	/** Brought in by the convener after the notice, at the end. */
	late?: { title: string; kind: AgendaItemKind };
	/** Sign-in names in the order they come in; whoever belongs to none of the parties comes as a resident. */
	present: readonly string[];
	/** So many more residents who check in by the code at the door. */
	residents: number;
	minutes: readonly Section[];
	pictures?: readonly PictureStory[];
	/** Paragraphs (by how they begin) that were raised as cases (by the key of their story). */
	raised?: readonly (readonly [words: string, caseKey: string])[];
	tasks?: readonly TaskStory[];
	hearing?: HearingStory;
	/** Minutes from the opening to the close. */
	lasts: number;
	/** So many minutes after the opening somebody who writes keeps how the minutes stand, under a name. */
	versions?: readonly (readonly [minute: number, by: string, name: string])[];
	remarks?: readonly RemarkStory[];
	objections?: readonly ObjectionStory[];
	signatures: readonly SignatureStory[];
	/** Corrections issued so many days after the sealing, each signed the same day by these. */
	corrigenda?: readonly CorrigendumStory[];
	/** Where it stands on day 0; left out: sealed and signed. */
	until?: 'collecting' | 'in-session';
}
