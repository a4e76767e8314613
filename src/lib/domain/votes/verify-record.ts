import * as v from 'valibot';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { NOTHING, participants, plus, validBallots } from './figures.ts';
import { mostOf, OPTION_ID } from './options.ts';
import { phiOf } from './manifest.ts';
import { merkleRoot } from './merkle.ts';
import {
	commitmentOf,
	decideRecord,
	fitsBallots,
	read,
	readFigures,
	readOptions,
	recordFigures,
	recount,
	rollHashOf,
	write
} from './record.ts';
import { VoteRecordSchema, type Statement, type VoteRecord } from './record.schema.ts';
import { SecretRecordSchema } from './secret-record.schema.ts';
import { isSignedBy } from './signature.ts';
import { checkSecretRecord } from './verify-secret-record.ts';

export const CHECKS = ['text', 'shape', 'phi', 'roll', 'ballots', 'figures', 'outcome', 'signature'] as const;
export type CheckName = (typeof CHECKS)[number];

/** `by-hash`: the public view cannot open it; it is vouched for by the hash under the signature. */
export interface Check {
	name: CheckName;
	result: 'holds' | 'by-hash' | 'fails';
}

/**
 * Recomputes everything a record says from the file alone, in a browser or in Node. `publicKey` (hex), if given, must
 * be the key that signed; without it the signature is held against the key in the file. Where text or shape fail,
 * the rest cannot be read and is not listed.
 */
export async function verifyRecord(
	file: string | Uint8Array,
	publicKey?: string
): Promise<{ holds: boolean; checks: Check[] }> {
	const checks: Check[] = [];
	const text = typeof file === 'string' ? file : decode(file);
	const value = parse(text);
	checks.push(check('text', value !== undefined && isCanonical(text, value)));
	const shaped = v.safeParse(v.union([VoteRecordSchema, SecretRecordSchema]), value);
	checks.push(check('shape', shaped.success));
	if (shaped.success) {
		const record = shaped.output;
		const content = record.view === 'secret' ? checkSecretRecord(record, publicKey) : checkContent(record, publicKey);
		checks.push(...(await content));
	}
	return { holds: checks.every((c) => c.result !== 'fails'), checks };
}

async function checkContent(record: VoteRecord, publicKey: string | undefined): Promise<Check[]> {
	const { statement, signature } = record;
	const signer = publicKey === undefined || publicKey === signature.publicKey;
	return [
		check('phi', phiOf(statement.manifest) === statement.phi),
		record.view === 'public'
			? { name: 'roll', result: 'by-hash' }
			: check('roll', rollHashOf(record.roll) === statement.rollHash),
		check('ballots', await ballotsHold(record)),
		check('figures', figuresHold(record)),
		check('outcome', outcomeHolds(statement)),
		check('signature', signer && (await isSignedBy(statement, signature.value, signature.publicKey)))
	];
}

function check(name: CheckName, holds: boolean): Check {
	return { name, result: holds ? 'holds' : 'fails' };
}

/** The bytes as they are: a mark at the beginning or bytes that are not UTF-8 are not smoothed away. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
	} catch {
		return '';
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** A file that is not in its one canonical form could hide something between the bytes that are hashed. */
function isCanonical(text: string, value: unknown): boolean {
	try {
		return canonicalJson(value) === text;
	} catch {
		return false;
	}
}

/** The commitments, or those made from the openings, are sorted, all there, and lead to the signed root. */
async function ballotsHold(record: VoteRecord): Promise<boolean> {
	const { ballots, phi } = record.statement;
	const commitments =
		record.view === 'public' ? record.commitments : record.openings.map((opening) => commitmentOf(phi, opening));
	const sorted = commitments.every((c, i) => i === 0 || commitments[i - 1]! < c);
	return sorted && commitments.length === ballots.count && merkleRoot(commitments) === ballots.root;
}

/** Full view: counted anew from the openings. Both views: the parts add up. */
function figuresHold(record: VoteRecord): boolean {
	const { manifest, figures } = record.statement;
	const f = readFigures(figures);
	const { paper, online, proxy } = figures.channels;
	const byChannel = plus(plus(read(paper), read(online)), read(proxy));
	const cast = plus(validBallots(f), f.spoiled);
	const addsUp =
		same(write(byChannel), write(cast)) &&
		same(write(participants(f, manifest.rule.spoiled)), figures.participants) &&
		cast.count + figures.conflicts <= f.roll.count &&
		cast.area <= f.roll.area;
	if (!addsUp || !optionsAddUp(record.statement)) return false;
	if (record.view === 'public') return true;
	const known = new Set(record.roll.map((line) => line.entry));
	const attributable = known.size === record.roll.length && record.openings.every((o) => known.has(o.entry));
	return (
		attributable &&
		fitsBallots(manifest, record.openings) &&
		same(recordFigures(recount(manifest, record.roll, record.openings), manifest.rule.spoiled), figures)
	);
}

/** Every option is there in its order, no more chose it than chose any, and together not more than a ballot may choose. */
function optionsAddUp({ manifest, figures }: Statement): boolean {
	if (manifest.method === 'for-against-abstain') return figures.options === undefined;
	const options = readOptions(figures);
	const ids = manifest.options.filter(({ id }) => OPTION_ID.test(id)).map(({ id }) => id);
	if (!same(ids, options.map(({ id }) => id)) || figures.against.count > 0) return false; // prettier-ignore
	const chose = read(figures.for);
	const most = mostOf(manifest);
	const sum = options.reduce(plus, NOTHING);
	return (
		options.every(({ count, area }) => count <= chose.count && area <= chose.area) &&
		sum.count >= chose.count &&
		sum.area >= chose.area &&
		sum.count <= chose.count * most &&
		sum.area <= chose.area * BigInt(most)
	);
}

function outcomeHolds({ manifest, figures, outcome, chosen }: Statement): boolean {
	return same(decideRecord(manifest, figures), chosen ? { outcome, chosen } : { outcome });
}

function same(a: unknown, b: unknown): boolean {
	return canonicalJson(a) === canonicalJson(b);
}
