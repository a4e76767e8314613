import { formatArea, parseArea } from '#lib/domain/shared/area.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { countBallots, type BallotBox, type Count, type RollEntry } from './count-ballots.ts';
import { countOptions, decideOptions } from './count-options.ts';
import { decide, type Outcome } from './decide.ts';
import { participants, type Choice, type Figures, type Totals } from './figures.ts';
import { phiOf, type Manifest } from './manifest.ts';
import { merkleRoot } from './merkle.ts';
import { chosenIn, isChoiceOn } from './options.ts';
import type { Candidate } from './seats.ts';
import type {
	FullRecord,
	Opening,
	PublicRecord,
	RecordFigures,
	RollLine,
	Statement,
	WrittenTotals
} from './record.schema.ts';
import { signJson, type SigningKey } from './signature.ts';

/** What is published of a counted vote. Openings are the standing ballots and check-ins, each with its own salt. */
export interface RecordSource {
	manifest: Manifest;
	roll: readonly RollLine[];
	openings: readonly Opening[];
	openedAt: string;
	closedAt: string;
	publishedAt: string;
}

/**
 * Makes both views of a vote's record, signed with Ed25519 over the same statement. The manifest's rule decides; the
 * roll and openings are sorted, so that equal votes make equal bytes (written with `canonicalJson`).
 */
export async function buildRecord(
	source: RecordSource,
	key: SigningKey
): Promise<{ public: PublicRecord; full: FullRecord }> {
	const phi = phiOf(source.manifest);
	const roll = sortedRoll(source.roll);
	const sealed = source.openings.map((opening) => ({ opening, commitment: commitmentOf(phi, opening) }));
	sealed.sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
	const commitments = sealed.map((s) => s.commitment);
	const openings = sealed.map((s) => s.opening);
	const figures = recordFigures(recount(source.manifest, roll, openings), source.manifest.rule.spoiled);
	const { outcome, ...chosen } = decideRecord(source.manifest, figures);
	if (outcome === 'blocked') throw new Error('no record of a vote that is blocked');
	const statement: Statement = {
		format: 'gongjian-record/1',
		manifest: source.manifest,
		phi,
		rollHash: rollHashOf(roll),
		openedAt: source.openedAt,
		closedAt: source.closedAt,
		publishedAt: source.publishedAt,
		figures,
		outcome,
		...chosen,
		ballots: { count: commitments.length, root: merkleRoot(commitments) }
	};
	const signature = {
		algorithm: 'Ed25519' as const,
		publicKey: key.public,
		value: await signJson(statement, key)
	};
	return {
		public: { view: 'public', statement, commitments, signature },
		full: { view: 'full', statement, roll, openings, signature }
	};
}

/** Freezes the roll: SHA-256(JCS(lines sorted by entry)). Entry ids are random, so the hash gives no unit away. */
export function rollHashOf(roll: readonly RollLine[]): string {
	return canonicalHash(sortedRoll(roll));
}

function sortedRoll(roll: readonly RollLine[]): RollLine[] {
	return [...roll].sort((a, b) => (a.entry < b.entry ? -1 : 1));
}

/** What the public sees of a ballot: its salted hash, bound to this vote by φ. */
export function commitmentOf(phi: string, opening: Opening): string {
	return canonicalHash({ phi, opening });
}

type CastOpening = Extract<Opening, { choice: unknown }>;

/** What a ballot says, as one text; and back, as a record writes it. */
export const textOf = (choice: CastOpening['choice']): string =>
	typeof choice === 'string' ? choice : choice.join('+');
export function choiceOf(text: string): CastOpening['choice'] {
	const options = chosenIn(text);
	return options.length > 0 ? options : (text as Choice);
}

/** Does every ballot say what can be said in this vote, in its one form? */
export function fitsBallots(manifest: Manifest, openings: readonly Opening[]): boolean {
	return openings.every((o) => o.channel === 'hall' || isChoiceOn(manifest, textOf(o.choice)));
}

type Counted = Omit<Extract<Count, { blocked: false }>, 'counted'> & { options?: Candidate[] };

/** Counts the opened ballots as the manifest says. Casts of one caster on one channel: the latest stands. */
export function recount(manifest: Manifest, roll: readonly RollLine[], openings: readonly Opening[]): Counted {
	const entries: RollEntry[] = roll.map((l) => ({ id: l.entry, area: parseArea(l.area), classes: l.classes }));
	const present = openings.filter((o) => o.channel === 'hall').map((o) => o.entry);
	const box: BallotBox<string> = {
		roll: entries,
		ballots: openings
			.filter((o) => o.channel !== 'hall')
			.map((o) => ({ ...o, choice: textOf(o.choice), at: Date.parse(o.at) })),
		disagreement: manifest.electorate.kind === 'owners' ? 'conflict' : 'last',
		...(present.length > 0 ? { present } : {})
	};
	const count =
		manifest.method === 'for-against-abstain' ? countBallots(box as BallotBox) : countOptions(box, manifest);
	if (count.blocked) throw new Error('a record holds settled ballots only');
	return count;
}

/** The outcome as the record says it; of a vote among options with those that came out. */
export function decideRecord(
	manifest: Manifest,
	written: RecordFigures
): { outcome: Outcome } & Pick<Statement, 'chosen'> {
	const figures = readFigures(written);
	if (manifest.method === 'for-against-abstain') return { outcome: decide(manifest.rule, figures) };
	const decided = decideOptions(manifest.rule, manifest, figures, readOptions(written));
	return { outcome: decided.outcome, chosen: { options: decided.chosen, runOff: decided.runOff } };
}

export function recordFigures(
	{ figures: f, channels, conflicts, options }: Counted,
	spoiled: 'participates' | 'excluded'
): RecordFigures {
	return {
		roll: write(f.roll),
		participants: write(participants(f, spoiled)),
		attendance: f.attendance ? write(f.attendance) : null,
		for: write(f.for),
		against: write(f.against),
		abstain: write(f.abstain),
		spoiled: write(f.spoiled),
		channels: { paper: write(channels.paper), online: write(channels.online), proxy: write(channels.proxy) },
		conflicts: conflicts.length,
		...(options && { options: options.map(({ id, ...totals }) => ({ id, ...write(totals) })) })
	};
}

/** What each option got, exact; none in a vote of for/against/abstain. */
export function readOptions(f: RecordFigures): Candidate[] {
	return (f.options ?? []).map(({ id, ...totals }) => ({ id, ...read(totals) }));
}

/** Back from the written record to exact figures. */
export function readFigures(f: RecordFigures): Figures {
	return {
		roll: read(f.roll),
		for: read(f.for),
		against: read(f.against),
		abstain: read(f.abstain),
		spoiled: read(f.spoiled),
		...(f.attendance ? { attendance: read(f.attendance) } : {})
	};
}

export function write({ count, area, classes }: Totals): WrittenTotals {
	return { count, area: formatArea(area), ...(classes ? { classes: { ...classes } } : {}) };
}

export function read({ count, area, classes }: WrittenTotals): Totals {
	return { count, area: parseArea(area), ...(classes ? { classes } : {}) };
}
