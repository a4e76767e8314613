import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { decide } from './decide.ts';
import { phiOf } from './manifest.ts';
import { merkleRoot } from './merkle.ts';
import type { Receipt, SecretRecord } from './secret-record.schema.ts';
import { figuresOf, givesAway, tallyOf, treeOf } from './secret-record.ts';
import { isSignedBy } from './signature.ts';
import type { Check, CheckName } from './verify-record.ts';

/** The checks of a secret vote's record; `by-hash` where ballots stay closed. */
export async function checkSecretRecord(record: SecretRecord, publicKey: string | undefined): Promise<Check[]> {
	const { statement, signature, openings } = record;
	const { manifest, phi, tally } = statement;
	const signer = publicKey === undefined || publicKey === signature.publicKey;
	const holds = (name: CheckName, result: boolean): Check => ({ name, result: result ? 'holds' : 'fails' });
	return [
		holds('phi', manifest.secrecy === 'secret' && phiOf(manifest) === phi),
		{ name: 'roll', result: 'by-hash' },
		holds('ballots', await ballotsHold(record)),
		openings || tally ? holds('figures', figuresHold(record)) : closed('figures', countsHold(record)),
		tally
			? holds('outcome', decide(manifest.rule, figuresOf(statement.roll, tally)) === statement.outcome)
			: closed('outcome', true),
		holds('signature', signer && (await isSignedBy(statement, signature.value, signature.publicKey)))
	];
}

const closed = (name: CheckName, result: boolean): Check => ({ name, result: result ? 'by-hash' : 'fails' });

/** The leaves are sorted, differ, lead to the root; opened ballots are exactly those leaves. */
async function ballotsHold({ statement, leaves, openings }: SecretRecord): Promise<boolean> {
	const sorted = leaves.every((leaf, i) => i === 0 || leaves[i - 1]! < leaf);
	if (!sorted || merkleRoot(leaves) !== statement.root) return false;
	if (!openings) return true;
	const nonces = new Set(openings.map((one) => one.nonce));
	const tree = treeOf(statement.phi, openings);
	return nonces.size === openings.length && same(tree.leaves, leaves) && same(tree.openings, openings);
}

/** No more ballots than were given out, nor more of those than stand on the roll. */
function countsHold({ statement: { cast, drawn, roll }, leaves }: SecretRecord): boolean {
	return (
		cast.online + cast.paper === leaves.length &&
		cast.online <= drawn.online &&
		cast.paper <= drawn.paper &&
		drawn.online + drawn.paper <= roll
	);
}

function figuresHold(record: SecretRecord): boolean {
	const { tally } = record.statement;
	if (!tally || !record.openings || !countsHold(record) || givesAway(tally)) return false;
	return same(tallyOf(record.openings), tally);
}

/** Is the ballot of this receipt among those that were counted? */
export async function isCounted(receipt: Receipt, record: SecretRecord): Promise<boolean> {
	const { statement, signature } = receipt;
	return (
		statement.phi === record.statement.phi &&
		record.leaves.includes(statement.leaf) &&
		merkleRoot(record.leaves) === record.statement.root &&
		isSignedBy(statement, signature.value, record.signature.publicKey)
	);
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);
