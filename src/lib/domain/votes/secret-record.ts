import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { decide } from './decide.ts';
import { CHOICES, NOTHING, type Choice, type Figures, type Totals } from './figures.ts';
import { phiOf, type Manifest } from './manifest.ts';
import { merkleRoot } from './merkle.ts';
import { recordFigures, rollHashOf } from './record.ts';
import type { RecordFigures, RollLine } from './record.schema.ts';
import type { Receipt, SecretOpening, SecretRecord, SecretStatement, Tally } from './secret-record.schema.ts';
import { signJson, type SigningKey } from './signature.ts';

/** Fewer ballots than this are not opened: among so few everybody guesses. */
export const FEWEST_OPENED = 10;
/** Fewer on the roll than this cannot vote in secret. */
export const SMALLEST_SECRET_ROLL = 10;

export interface SecretSource {
	manifest: Manifest;
	roll: readonly RollLine[];
	/** Entries that drew a ballot, by channel. */
	drawn: { online: readonly string[]; paper: readonly string[] };
	/** All ballots, those of the box among them. */
	openings: readonly SecretOpening[];
	/** How many of them were cast on which channel. */
	cast: SecretStatement['cast'];
	/** See `keepsClosed`. */
	outcomeOnly: boolean;
	signOffs: SecretStatement['signOffs'];
	openedAt: string;
	closedAt: string;
	publishedAt: string;
}

/** What stands for a ballot in the tree, and on the voter's receipt. */
export function leafOf(phi: string, { nonce, revision, choice, salt }: SecretOpening): string {
	return canonicalHash({ phi, nonce, revision, choice, salt });
}

/** The leaves in their one order, each with its ballot, and the root over them. */
export function treeOf(phi: string, openings: readonly SecretOpening[]) {
	const ballots = openings.map((opening) => ({ opening, leaf: leafOf(phi, opening) }));
	ballots.sort((a, b) => (a.leaf < b.leaf ? -1 : 1));
	const leaves = ballots.map((b) => b.leaf);
	return { leaves, openings: ballots.map((b) => b.opening), root: merkleRoot(leaves) };
}

export function listHashOf({ online, paper }: SecretSource['drawn']): string {
	return canonicalHash({ online: [...online].sort(), paper: [...paper].sort() });
}

export function tallyOf(openings: readonly SecretOpening[]): Tally {
	const tally = { for: 0, against: 0, abstain: 0, spoiled: 0 };
	for (const { choice } of openings) tally[choice]++;
	return tally;
}

export const castIn = (tally: Tally): number => CHOICES.reduce((sum, choice) => sum + tally[choice], 0);

/** Would these figures tell how somebody voted? Few ballots do, and unanimous ones tell it of everybody. */
export function givesAway(tally: Tally): boolean {
	return castIn(tally) < FEWEST_OPENED || CHOICES.filter((choice) => tally[choice] > 0).length < 2;
}

/**
 * Is only the outcome published? Where the figures give voters away; and where those of the ballots cast online alone do:
 * whoever counted the box could take it off the whole.
 */
export function keepsClosed(online: readonly SecretOpening[], paper: readonly SecretOpening[]): boolean {
	return givesAway(tallyOf([...online, ...paper])) || (online.length > 0 && givesAway(tallyOf(online)));
}

export function figuresOf(roll: number, tally: Tally): Figures {
	const heads = (count: number): Totals => ({ ...NOTHING, count });
	const of = (choice: Choice) => heads(tally[choice]);
	return {
		roll: heads(roll),
		for: of('for'),
		against: of('against'),
		abstain: of('abstain'),
		spoiled: of('spoiled')
	};
}

/** The figures as the pages of all votes read them. */
export function writtenFigures(source: Pick<SecretSource, 'manifest' | 'roll' | 'cast'>, tally: Tally): RecordFigures {
	const paper = { ...NOTHING, count: source.cast.paper };
	const online = { ...NOTHING, count: source.cast.online };
	const channels = { paper, online, proxy: NOTHING };
	const figures = figuresOf(source.roll.length, tally);
	return recordFigures({ blocked: false, figures, channels, conflicts: [] }, source.manifest.rule.spoiled);
}

/** Makes the signed record of a secret vote. Throws where there are more ballots than were given out. */
export async function buildSecretRecord(source: SecretSource, key: SigningKey): Promise<SecretRecord> {
	const { manifest, drawn, cast } = source;
	const phi = phiOf(manifest);
	const { leaves, openings, root } = treeOf(phi, source.openings);
	const tally = tallyOf(openings);
	if (cast.online + cast.paper !== openings.length) throw new Error('ballots of no channel');
	if (cast.online > drawn.online.length || cast.paper > drawn.paper.length) throw new Error('more ballots than drawn');
	const outcome = decide(manifest.rule, figuresOf(source.roll.length, tally));
	if (outcome === 'run-off' || outcome === 'blocked') throw new Error(`no record of a vote that is ${outcome}`);
	const hidden = source.outcomeOnly || givesAway(tally);
	const statement: SecretStatement = {
		format: 'gongjian-secret-record/1',
		manifest,
		phi,
		rollHash: rollHashOf(source.roll),
		openedAt: source.openedAt,
		closedAt: source.closedAt,
		publishedAt: source.publishedAt,
		roll: source.roll.length,
		drawn: { online: drawn.online.length, paper: drawn.paper.length, list: listHashOf(drawn) },
		cast,
		tally: hidden ? null : tally,
		outcome,
		root,
		signOffs: source.signOffs
	};
	return {
		view: 'secret',
		statement,
		leaves,
		openings: hidden ? null : openings,
		signature: await signed(statement, key)
	};
}

/** What a voter is given for a ballot: its leaf under the portal's signature, without a name or a time. */
export async function receiptFor(vote: string, phi: string, leaf: string, key: SigningKey): Promise<Receipt> {
	const statement = { format: 'gongjian-receipt/1' as const, vote, phi, leaf };
	return { statement, signature: await signed(statement, key) };
}

const signed = async (statement: unknown, key: SigningKey) => ({
	algorithm: 'Ed25519' as const,
	publicKey: key.public,
	value: await signJson(statement, key)
});
