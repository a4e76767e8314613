import type { Area } from '#lib/domain/shared/area.ts';
import { CHOICES, NO_FIGURES, NOTHING, plus, type Choice, type Figures, type Totals } from './figures.ts';

/** Channels in the order in which they decide: paper before the own online ballot before a proxy's. */
export const CHANNELS = ['paper', 'online', 'proxy'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One entry of the roll: a household, a member, or one set of owners with all their units. */
export interface RollEntry {
	id: string;
	area: Area;
	/** Classes this head belongs to, for tests of `count:<class>`. */
	classes?: readonly string[];
}

/** What can be chosen is a text: for, against, abstain, or the options of a vote (`options.ts`). */
export interface Ballot<C extends string = Choice> {
	entry: string;
	/** Who cast it: a co-owner, a member of the household, or the proxy's agent. */
	by: string;
	channel: Channel;
	choice?: C;
	/** A clock; the later of one caster on one channel replaces the earlier. */
	at: number;
	/** Paper is read twice, independently; a third settles readings that differ. */
	entries?: readonly [C, C];
	adjudicated?: C;
}

export interface Proxy {
	entry: string;
	agent: string;
	at: number;
	revokedAt?: number;
}

export interface BallotBox<C extends string = Choice> {
	roll: readonly RollEntry[];
	ballots: readonly Ballot<C>[];
	/** Without them: the proxies behind the ballots were checked when the ballots were accepted. */
	proxies?: readonly Proxy[];
	proxyCap?: number | null;
	/**
	 * What several casters of one entry mean: co-owners must agree (`conflict`: they do not count until they do), of a
	 * household without a named representative the last ballot counts (`last`).
	 */
	disagreement?: 'conflict' | 'last';
	/** Entries checked in in the hall for this vote; those who cast nothing still attended. */
	present?: readonly string[];
}

/** `blocked`: paper whose two readings differ still waits for a third; nothing is counted. */
export type Count =
	| { blocked: true; waiting: Ballot[] }
	| { blocked: false; figures: Figures; channels: Record<Channel, Totals>; conflicts: string[]; counted: Counted[] };

/** The one ballot that an entry counts with. */
export interface Counted<C extends string = Choice> {
	entry: string;
	totals: Totals;
	channel: Channel;
	choice: C;
}

/** Which ballot each entry counts with, before anything is made of what they say. */
export type Standing<C extends string> =
	| { blocked: true; waiting: Ballot<C>[] }
	| {
			blocked: false;
			counted: Counted<C>[];
			roll: Totals;
			/** Null where nobody checked in in a hall. */
			attendance: Totals | null;
			channels: Record<Channel, Totals>;
			conflicts: string[];
	  };

/** Counts accepted ballots into figures. Every entry counts at most once, whatever was cast for it. */
export function countBallots(box: BallotBox): Count {
	const standing = standingBallots(box, (choice) => CHOICES.includes(choice));
	if (standing.blocked) return standing;
	const { counted, roll, attendance, channels, conflicts } = standing;
	const figures: Figures = { ...NO_FIGURES, roll, ...(attendance && { attendance }) };
	for (const { choice, totals } of counted) figures[choice] = plus(figures[choice], totals);
	return { blocked: false, figures, channels, conflicts, counted };
}

/** Finds the one ballot that each entry counts with; `isChoice`: what can be said on a ballot of this vote. */
export function standingBallots<C extends string>(box: BallotBox<C>, isChoice: (choice: C) => boolean): Standing<C> {
	const said = (ballot: Ballot<C>) => choiceOf(ballot, isChoice);
	const waiting = box.ballots.filter((b) => said(b) === null);
	if (waiting.length > 0) return { blocked: true, waiting };

	const accepted = Map.groupBy(
		box.ballots.filter((b) => b.channel !== 'proxy' || hasProxy(box, b)),
		(b) => b.entry
	);
	const channels: Record<Channel, Totals> = { paper: NOTHING, online: NOTHING, proxy: NOTHING };
	const conflicts: string[] = [];
	const counted: Counted<C>[] = [];
	const present = new Set(box.present);
	let roll = NOTHING;
	let attending = NOTHING;
	for (const entry of box.roll) {
		const totals = totalsOf(entry);
		roll = plus(roll, totals);
		const deciding = decidingBallot(accepted.get(entry.id) ?? [], box.disagreement ?? 'conflict', said);
		const counts = deciding !== null && deciding !== 'conflict';
		if (counts || present.has(entry.id)) attending = plus(attending, totals);
		if (deciding === 'conflict') conflicts.push(entry.id);
		if (!counts) continue;
		channels[deciding.channel] = plus(channels[deciding.channel], totals);
		counted.push({ entry: entry.id, totals, channel: deciding.channel, choice: said(deciding)! });
	}
	const attendance = box.present ? attending : null;
	return { blocked: false, counted, roll, attendance, channels, conflicts: conflicts.sort() };
}

export function totalsOf(entry: RollEntry): Totals {
	const totals: Totals = { count: 1, area: entry.area };
	return entry.classes?.length ? { ...totals, classes: Object.fromEntries(entry.classes.map((c) => [c, 1])) } : totals;
}

/** What a ballot says; null while its two readings differ and nobody has settled it. */
function choiceOf<C extends string>(ballot: Ballot<C>, isChoice: (choice: C) => boolean): C | null {
	if (!ballot.entries) return ballot.choice !== undefined && isChoice(ballot.choice) ? ballot.choice : null;
	const [one, other] = ballot.entries;
	return one === other ? one : (ballot.adjudicated ?? null);
}

/** The ballot of the first channel on which one stands; per caster the latest on that channel stands. */
function decidingBallot<C extends string>(
	ballots: readonly Ballot<C>[],
	disagreement: 'conflict' | 'last',
	said: (ballot: Ballot<C>) => C | null
): Ballot<C> | 'conflict' | null {
	for (const channel of CHANNELS) {
		const standing = new Map<string, Ballot<C>>();
		for (const ballot of ballots) {
			if (ballot.channel !== channel) continue;
			const caster = disagreement === 'last' ? '' : ballot.by;
			const earlier = standing.get(caster);
			if (!earlier || earlier.at < ballot.at) standing.set(caster, ballot);
		}
		const [first, ...others] = standing.values();
		if (!first) continue;
		return others.every((b) => said(b) === said(first)) ? first : 'conflict';
	}
	return null;
}

/**
 * Did the agent hold a proxy of the entry when casting: given before, not revoked before, and within the cap? The
 * cap counts every proxy an agent was ever given in this vote, so that none are collected one after another.
 */
function hasProxy<C extends string>(box: BallotBox<C>, ballot: Ballot<C>): boolean {
	if (!box.proxies) return true;
	const held = box.proxies.filter((p) => p.agent === ballot.by).sort((a, b) => a.at - b.at);
	return held
		.slice(0, box.proxyCap ?? held.length)
		.some(
			(p) => p.entry === ballot.entry && p.at < ballot.at && !(p.revokedAt !== undefined && p.revokedAt < ballot.at)
		);
}
