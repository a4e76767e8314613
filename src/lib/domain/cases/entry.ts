import type { WorkRegime } from '#lib/domain/shared/working-time.ts';
import type { CaseFacts, CaseHistory, CaseState, Level } from './case.ts';
import { minutesLeft } from './clocks.ts';
import type { Act, CaseCommand } from './commands.ts';

/** One line of a case's history, as the rule makes it; who and when are added where it is written. */
export interface NewEntry {
	command: Act;
	fromState: CaseState;
	toState: CaseState;
	fromLevel: Level;
	toLevel: Level;
	/** What was said with it: shown to everybody who sees the case. */
	reason: string | null;
	/** The command's particulars (ids, codes, figures) and what every running clock read. */
	data: Record<string, unknown>;
	/** When it was due, where a clock did it. */
	dueAt: Date | null;
}

/** A line as it was written. */
export interface CaseEntry extends NewEntry {
	seq: number;
	actorId: string | null;
	organisationId: string | null;
	at: Date;
}

const SAID = ['note', 'reason', 'question', 'answer', 'result', 'channel'] as const;

/** The words of a command: its note where it has one, else its reason, question, answer, result or channel. */
function wordsOf(command: CaseCommand): string | null {
	const fields = command as unknown as Record<string, unknown>;
	for (const field of SAID) {
		const text = fields[field];
		// a coded reason stands beside the words that explain it
		if (typeof text === 'string' && text.trim() && !(field === 'reason' && 'channel' in command)) return text.trim();
	}
	return null;
}

/** Ids and codes in place of the things themselves, nothing that was said. */
function particulars(command: CaseCommand): Record<string, unknown> {
	const { act, ...rest } = command;
	const data: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(rest)) {
		if (key === 'category') data.category = (value as { code: string }).code;
		else if (key === 'unit') data.unit = (value as { organisationId: string } | null)?.organisationId ?? null;
		else if (key === 'master') data.master = (value as { id: string }).id;
		else if (value instanceof Date || key === 'text') continue;
		else if (typeof value === 'string' && (SAID as readonly string[]).includes(key) && !isCode(act, key)) continue;
		else data[key] = value;
	}
	return data;
}
const isCode = (act: Act, key: string) => key === 'reason' && ['refuse', 'escalate', 'put-on-account'].includes(act);

export function entryOf(
	before: CaseFacts,
	after: CaseFacts,
	command: CaseCommand,
	now: Date,
	regime: WorkRegime
): NewEntry {
	const readings = before.clocks.map((clock) => ({
		clock: clock.kind,
		dueAt: clock.dueAt.toISOString(),
		minutesLeft: Math.floor(minutesLeft(clock, now, regime))
	}));
	return {
		command: command.act,
		fromState: before.state,
		toState: after.state,
		fromLevel: before.level,
		toLevel: after.level,
		reason: wordsOf(command),
		data: { ...particulars(command), readings },
		dueAt: command.act === 'expire' ? command.dueAt : null
	};
}

const BY_THE_UNIT: readonly Act[] = ['sign', 'ask-reporter', 'ask-extension', 'finish', 'report-in', 'resume'];

const NOTHING_YET: CaseHistory = {
	disputedBy: [],
	handledBy: [],
	waited: false,
	lowered: false,
	extensions: 0,
	extendedMinutes: 0,
	extensionAsked: null,
	unsolved: 0,
	reopens: 0,
	appeals: 0,
	tries: 0,
	whistled: []
};

/** What the rules ask of the past, read from the history itself: there is no second truth beside it. */
export function historyOf(
	entries: readonly Pick<CaseEntry, keyof NewEntry | 'actorId' | 'organisationId'>[]
): CaseHistory {
	return entries.reduce((history, entry) => {
		const next = { ...history, ...step(history, entry) };
		if (entry.actorId && BY_THE_UNIT.includes(entry.command)) next.handledBy = [...next.handledBy, entry.actorId];
		// extensions belong to the level that gave them
		if (entry.fromLevel !== entry.toLevel) return { ...next, extensions: 0, extendedMinutes: 0, extensionAsked: null };
		return next;
	}, NOTHING_YET);
}

function step(
	history: CaseHistory,
	{ command, data, organisationId }: Pick<CaseEntry, 'command' | 'data' | 'organisationId'>
): Partial<CaseHistory> {
	switch (command) {
		case 'appeal':
			return { appeals: history.appeals + 1 };
		case 'dispute':
			return { disputedBy: organisationId ? [...history.disputedBy, organisationId] : history.disputedBy };
		case 'ask-reporter':
			return { waited: true };
		case 'send-down':
			return { lowered: true };
		case 'ask-extension':
			return { extensionAsked: Number(data.minutes) };
		case 'grant-extension':
			return {
				extensions: history.extensions + 1,
				extendedMinutes: history.extendedMinutes + (history.extensionAsked ?? 0),
				extensionAsked: null
			};
		case 'decline-extension':
			return { extensionAsked: null };
		case 'finish':
			return { extensionAsked: null };
		case 'whistle':
			return { whistled: [...history.whistled, ...(data.departments as string[])] };
		case 'pass':
		case 'follow':
			return { tries: 0 };
		case 'call':
		case 'answer':
			if (data.contacted === false) return { tries: history.tries + 1 };
			return data.solved ? {} : { unsolved: history.unsolved + 1 };
		case 'reopen':
			return { reopens: history.reopens + 1, extensions: 0, extendedMinutes: 0, extensionAsked: null };
		default:
			return {};
	}
}
