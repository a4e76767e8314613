import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { choiceOn, type BallotSheet } from './options.ts';

/**
 * What somebody reads on a sheet of paper, as one text (`options.ts`); beside what can be ticked `spoiled`, and `void`: it
 * cannot be attributed to its entry, and is not a ballot.
 */
export type Reading = string;
const NO_TICK = ['spoiled', 'void'] as const;

/** What was read, as it is kept. A sheet on which too much is ticked is spoiled. Refusals: `votes.reading-missing`. */
export function readingOn(sheet: BallotSheet, marked: readonly string[]): Result<Reading> {
	const [first, ...others] = marked;
	if (first === undefined) return refuse('votes.reading-missing', { field: 'reading' });
	if (others.length === 0 && (NO_TICK as readonly string[]).includes(first)) return ok(first);
	const said = choiceOn(sheet, marked);
	if (said.ok) return said;
	return refuse(said.refusal.code === 'votes.no-such-option' ? 'votes.reading-missing' : 'votes.reading-spoiled', {
		field: 'reading'
	});
}

const DAY = 86_400_000;
/** So long is paper shown to an entry that has also voted online, before it counts. */
export const CONTEST_DAYS = 3;

/** A sheet of paper that was received before the end of casting, as far as it has been entered. */
export interface PaperFacts {
	/** Of different people, in the order they were made. */
	readings: readonly { reading: Reading; at: Date }[];
	/** The entry has a ballot of its own online, too. */
	votedOnline: boolean;
	contested: boolean;
	/** What a supervisor has decided on the contest; null: nothing yet. */
	upheld: boolean | null;
}

/**
 * `unread`: fewer than two have entered it; `differs`: the two saw different things, a third decides; `shown`: its entry
 * may contest it until `until`; `contested`: a supervisor decides; `counts`; `void`: no ballot; `set-aside`: contested with
 * reason, and the ballot cast online counts.
 */
export type PaperStanding =
	| { state: 'unread' | 'differs' | 'contested' | 'void' | 'set-aside' }
	| { state: 'shown'; until: Date }
	| { state: 'counts'; choice: string };

/** What two read alike, else what the third reads; null until then. */
export function settledReading(readings: PaperFacts['readings']): { reading: Reading; at: Date } | null {
	const [one, other, third] = readings;
	if (!one || !other) return null;
	return one.reading === other.reading ? other : (third ?? null);
}

/** Where a sheet of paper stands at that moment. Readings are made after the end of casting only. */
export function standingOf(paper: PaperFacts, now: Date): PaperStanding {
	const settled = settledReading(paper.readings);
	if (!settled) return { state: paper.readings.length < 2 ? 'unread' : 'differs' };
	if (settled.reading === 'void') return { state: 'void' };
	const counts = { state: 'counts', choice: settled.reading } as const;
	if (!paper.votedOnline) return counts;
	if (paper.contested)
		return paper.upheld === null ? { state: 'contested' } : paper.upheld ? counts : { state: 'set-aside' };
	const until = new Date(settled.at.getTime() + CONTEST_DAYS * DAY);
	return now < until ? { state: 'shown', until } : counts;
}

/** What publication waits for: for somebody to read or decide, for a term to run out, or for nothing. */
export function awaited(standings: readonly PaperStanding[]): 'ready' | 'somebody' | Date {
	if (standings.some(({ state }) => state === 'unread' || state === 'differs' || state === 'contested'))
		return 'somebody';
	const terms = standings.flatMap((one) => (one.state === 'shown' ? one.until.getTime() : []));
	return terms.length > 0 ? new Date(Math.max(...terms)) : 'ready';
}
