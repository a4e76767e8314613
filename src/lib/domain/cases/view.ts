import type { CaseState, ClockFamily, Level, Outcome } from './case.ts';
import type { Act } from './commands.ts';
import type { CaseClass } from './limits.ts';

/** A case as lists show it: what, how it stands, who has it, until when. Never who reported it. */
export interface CaseLine {
	id: string;
	number: string;
	title: string;
	place: string;
	state: CaseState;
	level: Level;
	class: CaseClass;
	supervised: boolean;
	public: boolean;
	outcome: Outcome | null;
	communityCode: string;
	communityName: string;
	unitName: string | null;
	handlerName: string | null;
	/** The clock of the step it is in; kept as it was while the step is overdue. */
	stepStartedAt: Date | null;
	stepDueAt: Date | null;
	stepProvisional: boolean;
	residentDueAt: Date;
	submittedAt: Date;
	endedAt: Date | null;
	/** Where it came from: `meeting`, `vote` …; null for a report. */
	origin: string | null;
}

/** One line of the timeline, as its reader may see it. */
export interface TimelineEntry {
	seq: number;
	command: Act;
	at: Date;
	/** The clock that did it, and when it was due. */
	clock: ClockFamily | null;
	dueAt: Date | null;
	fromState: CaseState;
	toState: CaseState;
	fromLevel: Level;
	toLevel: Level;
	/** What was said with it. */
	reason: string | null;
	/** Codes and figures of the command. */
	data: Record<string, unknown>;
	organisation: string | null;
	person: string | null;
	/** The reporter did it: shown as 反映人 where the name may not be seen. */
	byReporter: boolean;
	/** The unit it was given to, or the departments called. */
	unit: string | null;
}

/** How a case stands, shown beside the place it was raised from. */
export interface CaseBeside {
	/** Block of the document or item of the agenda; null: the whole. */
	block: string | null;
	line: CaseLine;
}
