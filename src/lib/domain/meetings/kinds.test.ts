import { describe, expect, it } from 'vitest';
import { KIND_RULES, MEETING_KINDS } from './kinds.ts';
import { quorum } from './quorum.ts';

describe('kinds of meetings', () => {
	it.each([
		['co-building', 3, 5, 'parties >1/2'],
		['residents', 7, 5, 'households >1/2'],
		['representatives', 5, 5, 'representatives >1/2'],
		['deliberation', 3, 7, 'parties >1/2'],
		['hearing', 7, 7, 'parties >1/2'],
		['owners-assembly', 15, 3, null],
		['party-members', 2, null, 'party-members >1/2']
	] as const)('%s: %s days of notice, disclosed within %s, quorum %s', (kind, notice, disclosed, needed) => {
		const { noticeDays, discloseWithinDays, quorum: rule } = KIND_RULES[kind];
		expect([noticeDays, discloseWithinDays]).toEqual([notice, disclosed]);
		expect(rule && `${rule.of} ${rule.compare}${rule.threshold}`).toBe(needed);
	});

	it('each has its source, whom it must invite and the steps it may not skip; what is not verified claims nothing', () => {
		for (const kind of MEETING_KINDS) {
			const rule = KIND_RULES[kind];
			expect(rule.source, kind).not.toBe('');
			expect(rule.mustInvite.length, kind).toBeGreaterThan(0);
			expect(rule.steps, kind).toEqual(expect.arrayContaining(['notice', 'attendance', 'review', 'sign']));
			expect(rule.steps.includes('quorum'), kind).toBe(rule.quorum !== null);
			expect(rule.steps.includes('disclose'), kind).toBe(rule.discloseWithinDays !== null);
		}
	});
});

it.each([
	[5, 10, 6, false],
	[6, 10, 6, true],
	[0, 0, 1, false],
	[1, 1, 1, true],
	[601, 1200, 601, true],
	[600, 1200, 601, false]
])('more than half: %s of %s, %s are needed', (present, total, needed, reached) => {
	expect(quorum({ of: 'households', threshold: '1/2', compare: '>' }, { present, total })).toMatchObject({
		needed,
		reached
	});
});

it('counts who takes part by vote for one that came', () => {
	const rule = { of: 'households', threshold: '1/2', compare: '>' } as const;
	expect(quorum(rule, { present: 4, byVote: 2, total: 10 })).toMatchObject({ present: 4, byVote: 2, reached: true });
	expect(quorum(rule, { present: 4, byVote: 1, total: 10 }).reached).toBe(false);
});
