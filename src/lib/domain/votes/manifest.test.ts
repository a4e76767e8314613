import { describe, expect, test } from 'vitest';
import { mayBeAnnounced, phiOf } from './manifest.ts';
import { presetOf } from './presets.ts';
import { MANIFEST } from './record.fixture.ts';

const before = new Date('2026-11-19T00:00:00.000Z');

describe('the fingerprint', () => {
	test('does not depend on the order of fields', async () => {
		const turned = Object.fromEntries(Object.entries(MANIFEST).reverse()) as typeof MANIFEST;
		expect(phiOf(turned)).toBe(phiOf(MANIFEST));
		expect(phiOf(MANIFEST)).toMatch(/^[0-9a-f]{64}$/);
	});

	test.each(Object.keys(MANIFEST))('changes with %s', async (field) => {
		expect(phiOf({ ...MANIFEST, [field]: 'x' } as never)).not.toBe(phiOf(MANIFEST));
	});
});

describe('what may be announced', () => {
	const secret = { ...MANIFEST, secrecy: 'secret' as const };
	test.each([
		['a vote in good order', MANIFEST, before, null],
		['its opening is past', MANIFEST, new Date(MANIFEST.opensAt), 'votes.opens-in-the-past'],
		['it ends when it opens', { ...MANIFEST, closesAt: MANIFEST.opensAt }, before, 'votes.closes-before-it-opens'],
		['secret, though areas are weighed', secret, before, 'votes.secret-counts-heads-only'],
		['secret by heads', { ...secret, rule: presetOf('residents-meeting-2026')!.rule }, before, null]
	])('%s', (_, manifest, now, code) => {
		const result = mayBeAnnounced(manifest, now);
		expect(result.ok ? null : result.refusal.code).toBe(code);
	});
});
