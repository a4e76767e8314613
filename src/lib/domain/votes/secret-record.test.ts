import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { ballotsOfBox, settledBox } from './box.ts';
import type { Manifest } from './manifest.ts';
import { presetOf } from './presets.ts';
import { KEY, MANIFEST } from './record.fixture.ts';
import type { SecretOpening, SecretRecord } from './secret-record.schema.ts';
import { buildSecretRecord, keepsClosed, receiptFor, tallyOf, type SecretSource } from './secret-record.ts';
import { verifyRecord } from './verify-record.ts';
import { isCounted } from './verify-secret-record.ts';

const manifest: Manifest = {
	...MANIFEST,
	rule: presetOf('residents-meeting')!.rule,
	electorate: { ...MANIFEST.electorate, kind: 'households' },
	secrecy: 'secret',
	drawKey: 'A'.repeat(342),
	channels: ['online', 'paper']
};
const entries = Array.from({ length: 16 }, (_, i) => `e${String(i).padStart(2, '0')}`);
const hex = (n: number, length: number) => n.toString(16).padStart(length, '0');
const ballot = (n: number, choice: SecretOpening['choice']): SecretOpening => ({
	nonce: hex(n + 1, 64),
	revision: 1,
	choice,
	salt: hex(n + 1, 32)
});
const ballots = (agreeing: number, refusing: number) => [
	...Array.from({ length: agreeing }, (_, i) => ballot(i, 'for')),
	...Array.from({ length: refusing }, (_, i) => ballot(agreeing + i, 'against'))
];
const source = (openings: SecretOpening[], changes: Partial<SecretSource> = {}): SecretSource => ({
	manifest,
	roll: entries.map((entry) => ({ entry, label: `${entry}室`, area: '0.00', classes: [] })),
	drawn: { online: entries.slice(0, 12), paper: entries.slice(12, 14) },
	openings,
	cast: { online: openings.length - 2, paper: 2 },
	outcomeOnly: false,
	signOffs: [{ organisation: '监督委员会', at: MANIFEST.closesAt }],
	openedAt: MANIFEST.opensAt,
	closedAt: MANIFEST.closesAt,
	publishedAt: '2026-11-27T12:00:00.000Z',
	...changes
});
const failing = async (record: unknown) =>
	(await verifyRecord(canonicalJson(record), KEY.public)).checks.filter((c) => c.result === 'fails').map((c) => c.name);

describe('the record of a secret vote', async () => {
	const record = await buildSecretRecord(source([...ballots(9, 3), ballot(12, 'spoiled')]), KEY);

	test('counts the ballots, and verifies', async () => {
		expect(record.statement).toMatchObject({
			outcome: 'passed',
			cast: { online: 11, paper: 2 },
			tally: { for: 9, against: 3, abstain: 0, spoiled: 1 }
		});
		expect(await failing(record)).toEqual([]);
	});

	test('names nobody and no entry', () => {
		expect(canonicalJson(record)).not.toMatch(/"e\d\d"|室/);
	});

	test('is the same whatever order the ballots came in', async () => {
		expect(await buildSecretRecord(source([ballot(12, 'spoiled'), ...ballots(9, 3).reverse()]), KEY)).toEqual(record);
	});

	const forged = (change: (copy: SecretRecord) => void) => {
		const copy = structuredClone(record);
		change(copy);
		return copy;
	};
	test.each<[string, string[], (copy: SecretRecord) => void]>([
		['a choice', ['ballots', 'figures'], (r) => void (r.openings![0]!.choice = 'abstain')],
		['a ballot taken out', ['ballots', 'figures'], (r) => void (r.leaves.pop(), r.openings!.pop())],
		['the openings closed', ['figures'], (r) => void (r.openings = null)],
		['a ballot counted twice', ['ballots', 'figures'], (r) => void r.openings!.push(r.openings![0]!)],
		['the tally', ['figures', 'signature'], (r) => void r.statement.tally!.for++],
		['the outcome', ['outcome', 'signature'], (r) => void (r.statement.outcome = 'rejected')],
		['more cast than drawn', ['figures', 'signature'], (r) => void (r.statement.drawn.online = 10)],
		['the question', ['phi', 'signature'], (r) => void (r.statement.manifest.question = '别的')],
		['who signed off', ['signature'], (r) => void r.statement.signOffs.pop()],
		['the root', ['ballots', 'signature'], (r) => void (r.statement.root = '0'.repeat(64))]
	])('%s cannot be changed', async (_, names, change) => {
		expect(await failing(forged(change))).toEqual(names);
	});

	test('a receipt is found, of another vote or under another key it is not', async () => {
		const receipt = await receiptFor(manifest.vote, record.statement.phi, record.leaves[3]!, KEY);
		expect(await isCounted(receipt, record)).toBe(true);
		expect(await isCounted(await receiptFor('x', '0'.repeat(64), record.leaves[3]!, KEY), record)).toBe(false);
		const unsigned = { ...receipt, signature: { ...receipt.signature, value: '0'.repeat(128) } };
		expect(await isCounted(unsigned, record)).toBe(false);
	});
});

test.each([
	['nine ballots', source(ballots(4, 5))],
	['all alike', source(ballots(12, 0))],
	['a few cast online among many on paper', source(ballots(8, 4), { outcomeOnly: true })]
])('%s stay closed: outcome and number only', async (_, given) => {
	const record = await buildSecretRecord(given, KEY);
	expect(record).toMatchObject({ openings: null, statement: { tally: null } });
	expect(record.leaves).toHaveLength(given.openings.length);
	const { holds, checks } = await verifyRecord(canonicalJson(record), KEY.public);
	expect(holds).toBe(true);
	expect(checks.filter((c) => c.result === 'by-hash').map((c) => c.name)).toEqual(['roll', 'figures', 'outcome']);
});

test('more ballots than were drawn make no record', async () => {
	await expect(buildSecretRecord(source(ballots(8, 5), { cast: { online: 13, paper: 0 } }), KEY)).rejects.toThrow(
		'more ballots than drawn'
	);
});

test('a box counts once two have counted it alike', () => {
	const read = (agreeing: number) => ({ tally: { for: agreeing, against: 0, abstain: 0, spoiled: 0 } });
	expect(settledBox([])).toBeNull();
	expect(settledBox([read(1)])).toBeNull();
	expect(settledBox([read(1), read(2)])).toBeNull();
	expect(settledBox([read(1), read(2), read(2)])).toEqual(read(2).tally);
});

test('ballots of the box are like any others, and none is like another', () => {
	let last = 0;
	const made = ballotsOfBox({ for: 2, against: 0, abstain: 1, spoiled: 1 }, (bytes) => hex(++last, 2 * bytes));
	expect(tallyOf(made)).toEqual({ for: 2, against: 0, abstain: 1, spoiled: 1 });
	expect(new Set(made.map((one) => one.nonce)).size).toBe(4);
});

test.each([
	['many of both', false, ballots(6, 5), ballots(1, 0)],
	['no paper', false, ballots(6, 5), []],
	['paper alone', false, [], ballots(6, 5)],
	['few in all', true, ballots(4, 2), ballots(1, 2)],
	['few online', true, ballots(1, 1), ballots(20, 9)],
	['online unanimous', true, ballots(12, 0), ballots(0, 3)],
	['all unanimous', true, ballots(12, 0), ballots(3, 0)]
])('%s: outcome only is %s', (_, closed, online, paper) => {
	expect(keepsClosed(online, paper)).toBe(closed);
});
