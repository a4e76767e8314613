import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { ManifestSchema, type Manifest } from './manifest.ts';
import { buildRecord, type RecordSource } from './record.ts';
import { KEY, MANIFEST, SOURCE } from './record.fixture.ts';
import type { Opening, VoteRecord } from './record.schema.ts';
import { signJson } from './signature.ts';
import { verifyRecord } from './verify-record.ts';

const options = ['甲', '乙', '丙'].map((label, i) => ({ id: `o${i + 1}`, label }));
const manifest: Manifest = {
	...MANIFEST,
	method: 'approval',
	most: 2,
	options: [...options, { id: 'abstain', label: '弃权' }]
};
const cast = (entry: string, choice: Extract<Opening, { choice: unknown }>['choice'], minute: number): Opening => ({
	...{ entry, by: '1', channel: 'online', choice },
	at: new Date(Date.parse(MANIFEST.opensAt) + minute * 60_000).toISOString(),
	salt: minute.toString(16).padStart(32, '0')
});
const source: RecordSource = {
	...SOURCE,
	manifest,
	openings: [cast('e1', ['o1', 'o2'], 1), cast('e2', ['o1'], 2), cast('e3', ['o1', 'o3'], 3), cast('e4', 'abstain', 4)]
};
const record = await buildRecord(source, KEY);
const failing = async (value: unknown) =>
	(await verifyRecord(canonicalJson(value), KEY.public)).checks.filter((c) => c.result === 'fails').map((c) => c.name);
async function forge<R extends VoteRecord>(base: R, change: (copy: R) => void): Promise<R> {
	const copy = structuredClone(base);
	change(copy);
	return { ...copy, signature: { ...copy.signature, value: await signJson(copy.statement, KEY) } };
}

describe('the record of a vote among options', () => {
	test('says what each got and what passed, and holds in both views', async () => {
		expect(record.public.statement).toMatchObject({
			outcome: 'passed',
			chosen: { options: ['o1'], runOff: [] },
			figures: {
				for: { count: 3, area: '380.00' },
				abstain: { count: 1 },
				options: [
					{ id: 'o1', count: 3, area: '380.00' },
					{ id: 'o2', count: 1, area: '160.00' },
					{ id: 'o3', count: 1, area: '99.50' }
				]
			}
		});
		expect(await failing(record.public)).toEqual([]);
		expect(await failing(record.full)).toEqual([]);
	});

	test.each<[string, (s: VoteRecord['statement']) => void, string[]]>([
		['another winner', (s) => (s.chosen!.options = ['o2']), ['outcome']],
		['no winner', (s) => delete s.chosen, ['outcome']],
		['more than chose any', (s) => (s.figures.options![1]!.count = 4), ['figures']],
		['more than a ballot may choose', (s) => s.figures.options!.forEach((o) => (o.count = 3)), ['figures']],
		['an option left out', (s) => void s.figures.options!.pop(), ['figures']],
		['a higher cap', (s) => (s.manifest.most = 3), ['phi']]
	])('%s fails', async (_, change, checks) => {
		expect(await failing(await forge(record.public, ({ statement }) => change(statement)))).toEqual(checks);
	});

	test.each<[string, Extract<Opening, { choice: unknown }>['choice']]>([
		['another option', ['o3']],
		['too many', ['o1', 'o2', 'o3']],
		['in another order', ['o2', 'o1']],
		['a vote for everything', 'for']
	])('an opened ballot with %s fails', async (_, choice) => {
		const forged = await forge(record.full, ({ openings }) => {
			const own = openings.find((o) => o.entry === 'e1')!;
			if (own.channel !== 'hall') own.choice = choice;
		});
		expect(await failing(forged)).toEqual(['ballots', 'figures']);
	});

	test('a run-off is published as such', async () => {
		const seats: Manifest = {
			...manifest,
			...{ method: 'seats', seats: 1, most: 1, rule: { ...manifest.rule, participation: [], approval: [] } }
		};
		const tied = { ...source, roll: source.roll.map((l) => ({ ...l, area: '80.00' })), manifest: seats };
		const openings = [cast('e1', ['o2'], 1), cast('e2', ['o3'], 2)];
		const { full } = await buildRecord({ ...tied, openings }, KEY);
		expect(full.statement).toMatchObject({ outcome: 'run-off', chosen: { options: [], runOff: ['o2', 'o3'] } });
		expect(await failing(full)).toEqual([]);
	});
});

test.each<[string, Partial<Manifest>]>([
	['one option alone', { options: manifest.options.slice(2) }],
	['options in another order', { options: [...manifest.options].reverse() }],
	['no abstention', { options }],
	['a cap beyond the options', { most: 4 }],
	['a cap of a single choice', { method: 'single' }],
	['seats without a number', { method: 'seats' }],
	['as many seats as candidates', { method: 'seats', seats: 3, most: 3 }],
	['options of for and against', { method: 'for-against-abstain' }],
	['a secret vote', { secrecy: 'secret' }]
])('no manifest with %s', (_, change) => {
	expect(v.is(ManifestSchema, { ...manifest, ...change })).toBe(false);
});

test('φ of a vote of for and against is what it was before there were other methods', async () => {
	const { statement } = (await buildRecord(SOURCE, KEY)).public;
	expect(Object.keys(statement.manifest)).not.toContain('most');
	expect(statement.phi).toBe('faa204fb8127745b776c617f913f2b6b4d704955452ebf8b9e2ce24a8ceab046');
	expect('options' in statement.figures || 'chosen' in statement).toBe(false);
});
