import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { buildRecord } from './record.ts';
import { KEY, MANIFEST, SOURCE } from './record.fixture.ts';
import type { FullRecord, PublicRecord, VoteRecord } from './record.schema.ts';
import { signJson } from './signature.ts';
import { CHECKS, verifyRecord } from './verify-record.ts';

const record = await buildRecord(SOURCE, KEY);
const views = [
	['public', record.public],
	['full', record.full]
] as const;
const failing = async (value: unknown, key?: string) => {
	const { checks } = await verifyRecord(typeof value === 'string' ? value : canonicalJson(value), key);
	return checks.filter((c) => c.result === 'fails').map((c) => c.name);
};
/** Signs a forged statement anew, as somebody who holds the key would. */
async function forge<R extends VoteRecord>(base: R, change: (copy: R) => void): Promise<R> {
	const copy = structuredClone(base);
	change(copy);
	return { ...copy, signature: { ...copy.signature, value: await signJson(copy.statement, KEY) } };
}

describe('a published record', () => {
	test('says what was decided', () => {
		expect(record.public.statement).toMatchObject({
			outcome: 'passed',
			figures: {
				roll: { count: 4, area: '468.00' },
				participants: { count: 3, area: '380.00' },
				for: { count: 3, area: '380.00' },
				channels: { online: { count: 3, area: '380.00' } },
				conflicts: 1
			},
			ballots: { count: 5 }
		});
	});

	test.each(views)('%s view: every check holds', async (view, file) => {
		const { holds, checks } = await verifyRecord(canonicalJson(file), KEY.public);
		expect(holds).toBe(true);
		expect(checks.map((c) => c.name)).toEqual([...CHECKS]);
		expect(checks.filter((c) => c.result === 'by-hash').map((c) => c.name)).toEqual(view === 'public' ? ['roll'] : []);
	});

	test('both views carry the same signed statement', () => {
		expect(record.full.statement).toEqual(record.public.statement);
		expect(record.full.signature).toEqual(record.public.signature);
	});

	test('the public view names no unit, no caster and no choice of anybody', () => {
		const text = canonicalJson({ ...record.public, statement: { ...record.public.statement, manifest: null } });
		for (const { label, entry } of SOURCE.roll) {
			expect(text).not.toContain(label);
			expect(text).not.toContain(`"${entry}"`);
		}
	});

	test('equal votes make equal bytes, whatever the order of rows', async () => {
		const turned = { ...SOURCE, roll: SOURCE.roll.toReversed(), openings: SOURCE.openings.toReversed() };
		expect(canonicalJson(await buildRecord(turned, KEY))).toBe(canonicalJson(record));
	});

	test('any changed byte fails', async () => {
		for (const [, file] of views) {
			const bytes = new TextEncoder().encode(canonicalJson(file));
			await fc.assert(
				fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
					const changed = bytes.slice();
					changed[at]! ^= flip;
					expect((await verifyRecord(changed)).holds).toBe(false);
				}),
				{ numRuns: 400 }
			);
		}
	});

	test('whitespace, a byte order mark and a changed end fail', async () => {
		const text = canonicalJson(record.public);
		for (const other of [`${text}\n`, ` ${text}`, `\uFEFF${text}`, text.slice(0, -1), '', 'null']) {
			expect(await failing(other)).toContain(other === 'null' ? 'shape' : 'text');
		}
	});
});

describe('forgeries signed anew are found by the check that names them', () => {
	const publicOnes: [string, (r: PublicRecord) => void, string[]][] = [
		['another question', (r) => (r.statement.manifest.question = '换个问题'), ['phi']],
		['a lower threshold', (r) => (r.statement.manifest.rule.participation = []), ['phi']],
		['another outcome', (r) => (r.statement.outcome = 'rejected'), ['outcome']],
		['participants that do not add up', (r) => (r.statement.figures.participants.count = 4), ['figures']],
		['votes from nowhere', (r) => (r.statement.figures.for.count = 4), ['figures']],
		['a commitment left out', (r) => void r.commitments.pop(), ['ballots']],
		['commitments in another order', (r) => void r.commitments.reverse(), ['ballots']],
		['a commitment twice', (r) => void r.commitments.push(r.commitments.at(-1)!), ['ballots']]
	];
	test.each(publicOnes)('public: %s', async (_, change, checks) => {
		expect(await failing(await forge(record.public, change))).toEqual(checks);
	});

	const fullOnes: [string, (r: FullRecord) => void, string[]][] = [
		['a larger unit', (r) => (r.roll[0]!.area = '999.00'), ['roll', 'figures']],
		['another unit', (r) => (r.roll[0]!.label = '别处'), ['roll']],
		[
			'a turned choice',
			(r) => {
				const own = r.openings.find((o) => o.entry === 'e1')!;
				if (own.channel !== 'hall') own.choice = 'against';
			},
			['ballots', 'figures']
		],
		[
			'a ballot left out',
			(r) =>
				void r.openings.splice(
					r.openings.findIndex((o) => o.entry === 'e1'),
					1
				),
			['ballots', 'figures']
		],
		['an entry that is on the roll twice', (r) => void r.roll.push(r.roll[0]!), ['roll', 'figures']]
	];
	test.each(fullOnes)('full: %s', async (_, change, checks) => {
		expect(await failing(await forge(record.full, change))).toEqual(checks);
	});

	test('without the key, any change fails the signature', async () => {
		const changed = structuredClone(record.public);
		changed.statement.publishedAt = '2026-11-27T12:00:00.000Z';
		expect(await failing(changed)).toEqual(['signature']);
	});

	test('another key’s signature fails against the known key', async () => {
		const other = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
		expect(await failing(record.public)).toEqual([]);
		expect(await failing(record.public, other)).toEqual(['signature']);
	});

	test('a field more or less fails the shape', async () => {
		expect(await failing({ ...record.public, extra: 1 })).toEqual(['shape']);
		expect(await failing({ ...record.public, commitments: undefined })).toEqual(['shape']);
	});
});

test('attendance in the hall goes into the record and is recomputed', async () => {
	const hall = { entry: 'e4', channel: 'hall' as const, at: MANIFEST.opensAt, salt: '0'.repeat(32) };
	const { full } = await buildRecord({ ...SOURCE, openings: [...SOURCE.openings, hall] }, KEY);
	expect(full.statement.figures.attendance).toEqual({ count: 4, area: '468.00' });
	expect(await failing(full, KEY.public)).toEqual([]);
});
