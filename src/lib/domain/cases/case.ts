import type { Limit } from '#lib/domain/shared/working-time.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import type { CaseClass } from './limits.ts';
import type { Category } from './categories.ts';

/** The three loops: 微 (grid and community), 小 (street), 大 (district). */
export const LEVELS = ['micro', 'small', 'large'] as const;
export type Level = (typeof LEVELS)[number];

export const STATES = [
	'draft',
	'submitted',
	'accepted',
	'refused',
	'merged',
	'dispatched',
	'disputed',
	'handling',
	'waiting-reporter',
	'on-account',
	'verifying',
	'calling-back',
	'closed',
	'withdrawn'
] as const;
export type CaseState = (typeof STATES)[number];

/** How far an outside grid system knows of the case; says nothing about the case itself. */
export const SYNC_STATES = ['local', 'queued', 'sent', 'failed'] as const;
export type SyncState = (typeof SYNC_STATES)[number];

export const CLOSED_STATES: readonly CaseState[] = ['refused', 'closed', 'withdrawn'];
export const OPEN_STATES: readonly CaseState[] = STATES.filter((s) => s !== 'draft' && !CLOSED_STATES.includes(s));
export const isOpen = (state: CaseState): boolean => OPEN_STATES.includes(state);

export const higher = (level: Level): Level | null => LEVELS[LEVELS.indexOf(level) + 1] ?? null;
export const lower = (level: Level): Level | null => LEVELS[LEVELS.indexOf(level) - 1] ?? null;

/** Code of the area whose desk has a case of `level`: its community, its street or its district. */
export const areaAt = (communityCode: string, level: Level): string =>
	communityCode.slice(0, { micro: 12, small: 9, large: 6 }[level]);

/** Six digits are a district's, nine a street's, twelve a community's. */
export const levelOfArea = (code: string): Level => LEVELS[(12 - code.length) / 3]!;

/** How the case ended. */
export type Outcome = 'solved' | 'unsolved' | 'unreached' | 'public-interest';

export const GRADES = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very-dissatisfied'] as const;
export type Grade = (typeof GRADES)[number];

/** An organisation that can be given a case. */
export interface Unit {
	organisationId: string;
	kind: PartyKind;
	/** District (6), street (9) or community (12). */
	areaCode: string;
}

/** The clocks of a case; a whistle runs one for each department. */
export type ClockKind =
	| 'accept'
	| 'dispatch'
	| 'sign'
	| 'ruling'
	| 'level'
	| 'reporter'
	| 'reply'
	| 'verify'
	| 'call-back'
	| 'review'
	| `report-in:${string}`;

/** A clock's kind without the department it was set for. */
export type ClockFamily = Exclude<ClockKind, `report-in:${string}`> | 'report-in';
export const familyOf = (kind: ClockKind): ClockFamily =>
	kind.startsWith('report-in:') ? 'report-in' : (kind as ClockFamily);

/** A clock that is set. `limit` is what it was set to, before extensions, and says how its time is measured. */
export interface CaseClock {
	kind: ClockKind;
	startedAt: Date;
	dueAt: Date;
	limit: Limit;
	provisional: boolean;
}

/** What has happened to the case before, as far as a rule asks for it. */
export interface CaseHistory {
	/** Units that have used their one dispute. */
	disputedBy: readonly string[];
	/** Persons who have signed for the case or worked on it: none of them may verify or call back. */
	handledBy: readonly string[];
	/** The handler has asked the reporter once already. */
	waited: boolean;
	/** Has been sent down a level once already. */
	lowered: boolean;
	/** Extensions granted on this level: how many, and their minutes in the clock's own kind of time. */
	extensions: number;
	extendedMinutes: number;
	/** Minutes of an extension asked for and not yet answered. */
	extensionAsked: number | null;
	/** Call-backs that answered "unsolved". */
	unsolved: number;
	reopens: number;
	appeals: number;
	/** Fruitless calls since the case last came to be called back. */
	tries: number;
	/** Departments whistled for, ever. */
	whistled: readonly string[];
}

/** What the rules need to know of one case. */
export interface CaseFacts {
	id: string;
	state: CaseState;
	level: Level;
	/** Set by the desk on acceptance; before that, what the category suggests. */
	class: CaseClass;
	category: Category;
	communityCode: string;
	/** Who reported or raised it. */
	reporterId: string | null;
	reporterShownToHandler: boolean;
	/** The body complained about, with the level of the area it belongs to. */
	against: { organisationId: string; level: Level } | null;
	/** Goes on without its reporter, who withdrew. */
	publicInterest: boolean;
	/** Raised in public (minutes, a vote): everybody may see how it stands. */
	public: boolean;
	supervised: boolean;
	/** Who has it now. */
	unit: Unit | null;
	handlerId: string | null;
	/** The master a merged case follows. */
	masterId: string | null;
	submittedAt: Date | null;
	/** When the resident's clock runs out, or ran out: it never stops and never restarts. */
	reporterDueAt: Date | null;
	/** When it was refused or closed, and how. */
	endedAt: Date | null;
	outcome: Outcome | null;
	/** What is left on the level clock while it is stopped, in minutes of its own kind of time. */
	stopped: { minutes: number; limit: Limit } | null;
	/** The clocks that run now. */
	clocks: readonly CaseClock[];
	history: CaseHistory;
}

export const clockOf = (c: CaseFacts, kind: ClockKind): CaseClock | undefined =>
	c.clocks.find((clock) => clock.kind === kind);

/** The lowest level that may deal with it: a complaint about a body stays above that body. */
export const lowestLevel = (c: CaseFacts): Level => (c.against ? (higher(c.against.level) ?? 'large') : 'micro');

/** Codes of the areas whose boards show it, wherever it is now: its own ground's at every level that may know of it. */
export const boardAreas = (c: CaseFacts): string[] =>
	LEVELS.slice(LEVELS.indexOf(lowestLevel(c))).map((level) => areaAt(c.communityCode, level));
