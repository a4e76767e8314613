import { describe, expect, test } from 'vitest';
import { effectOf, inForce, presetOf, PRESETS } from './presets.ts';
import type { RuleTest } from './rule.ts';

const written = (tests: RuleTest[]) => tests.map((t) => `${t.measure} ${t.compare} ${t.threshold} of ${t.base}`);
const HALF = ['count > 1/2 of attendance'];

test.each([
	['residents-meeting', true, ['count > 1/2 of roll'], HALF],
	['residents-meeting-2026', false, ['count > 1/2 of roll'], HALF],
	['villagers-assembly-persons', false, ['count > 1/2 of roll'], HALF],
	['villagers-assembly-households', false, ['count >= 2/3 of roll'], HALF],
	['villagers-representatives', false, ['count >= 2/3 of roll'], HALF],
	[
		'owners-ordinary',
		true,
		['count >= 2/3 of roll', 'area >= 2/3 of roll'],
		['count > 1/2 of participants', 'area > 1/2 of participants']
	],
	[
		'owners-special',
		true,
		['count >= 2/3 of roll', 'area >= 2/3 of roll'],
		['count >= 3/4 of participants', 'area >= 3/4 of participants']
	],
	['property-management-committee', true, [], ['count > 1/2 of roll', 'count:owner > 1/2 of roll']],
	['consultation', true, [], []]
])('%s carries the numbers of its law', (id, verified, participation, approval) => {
	const preset = presetOf(id)!;
	expect(preset.verified).toBe(verified);
	expect(written(preset.rule.participation)).toEqual(participation);
	expect(written(preset.rule.approval)).toEqual(approval);
	expect(preset.rule).toMatchObject({ spoiled: 'participates', followMajority: false, proxyCap: null });
});

describe('what a result is worth', () => {
	test('an unverified preset is never binding', () => {
		for (const preset of PRESETS.filter((p) => !p.verified)) {
			for (const day of ['1999-01-01', '2018-12-29', '2026-01-01', '2030-06-01']) {
				expect(effectOf(preset, day)).toBe('unverified');
			}
		}
	});

	test.each([
		['owners-special', '2026-11-24', 'binding'],
		['owners-special', '2020-12-31', 'unverified'],
		['residents-meeting', '2025-12-31', 'binding'],
		['residents-meeting', '2026-01-01', 'unverified'],
		['consultation', '2026-11-24', 'advisory']
	])('%s on %s: %s', (id, day, effect) => {
		expect(effectOf(presetOf(id)!, day)).toBe(effect);
	});

	test('the old and the new law on residents’ committees follow each other without gap or overlap', () => {
		for (const day of ['2025-12-31', '2026-01-01']) {
			const valid = PRESETS.filter((p) => p.id.startsWith('residents-meeting') && inForce(p, day));
			expect(valid).toHaveLength(1);
		}
	});
});
