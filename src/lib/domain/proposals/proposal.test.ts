import { describe, expect, test } from 'vitest';
import type { Membership, Person } from '../shared/actor.ts';
import { advance, answerDueAt, missing, PROPOSAL_STATES, takesSupport, type ProposalCommand } from './proposal.ts';
import { mayAnswer, mayPropose, proposalPolicy } from './proposals.policy.ts';

const COMMANDS: ProposalCommand[] = ['reach', 'lapse', 'withdraw', 'place', 'decline', 'release'];

test('a proposal moves along its table and nowhere else', () => {
	const moves = PROPOSAL_STATES.flatMap((state) =>
		COMMANDS.flatMap((command) => {
			const next = advance(state, command);
			return next.ok ? [`${state} ${command} ${next.value}`] : [];
		})
	);
	expect(moves).toEqual([
		'gathering reach ready',
		'gathering lapse lapsed',
		'gathering withdraw withdrawn',
		'ready withdraw withdrawn',
		'ready place on-agenda',
		'ready decline declined',
		'on-agenda release ready'
	]);
	expect(PROPOSAL_STATES.filter(takesSupport)).toEqual(['gathering', 'ready']);
});

test('says how many are missing, and when the answer is due', () => {
	expect(missing({ needed: 10, supporters: 3 })).toBe(7);
	expect(missing({ needed: 10, supporters: 12 })).toBe(0);
	// ten working days from a Tuesday, the day after being the first
	expect(answerDueAt(new Date('2026-11-24T10:00:00+08:00')).toISOString().slice(0, 10)).toBe('2026-12-08');
});

describe('the policy', () => {
	const CODE = '990901001001';
	const home = { householdId: 'h', communityId: 'c', propertyAreaId: 'p', buildingId: 'b', representative: false };
	const person = (more: Partial<Person>): Person => ({
		...{ personId: 'me', name: '王芳', memberships: [], residencies: [], ownerships: [] },
		...more
	});
	const appointed = (role: Membership['role'], organisationKind: Membership['organisationKind'], areaCode = CODE) =>
		person({ memberships: [{ role, organisationKind, organisationId: 'o', areaCode }] });
	const resident = person({ residencies: [{ ...home, communityCode: CODE }] });
	const facts = { communityCode: CODE, authorId: 'other', state: 'gathering' } as const;

	test('lets those of the community propose and support, but nobody their own', () => {
		const owner = person({ ownerships: [{ unitId: 'u', communityCode: CODE, propertyAreaId: 'p', buildingId: 'b' }] });
		expect([resident, owner].map((one) => mayPropose(one, CODE).ok)).toEqual([true, true]);
		expect(mayPropose(null, CODE)).toMatchObject({ refusal: { code: 'form.sign-in' } });
		for (const one of [person({}), appointed('convener', 'residents-committee')])
			expect(mayPropose(one, CODE)).toMatchObject({ refusal: { code: 'proposals.not-of-community' } });
		expect(proposalPolicy(resident, 'support', facts).ok).toBe(true);
		expect(proposalPolicy(resident, 'support', { ...facts, authorId: 'me' })).toMatchObject({
			refusal: { code: 'proposals.own' }
		});
		expect(proposalPolicy(resident, 'withdraw', facts).ok).toBe(false);
		expect(proposalPolicy(resident, 'withdraw', { ...facts, authorId: 'me' }).ok).toBe(true);
	});

	test('lets the residents’ committee’s convener of this community answer, and nobody else', () => {
		expect(mayAnswer(appointed('convener', 'residents-committee'), CODE).ok).toBe(true);
		const others = [
			null,
			resident,
			appointed('convener', 'owners-committee'),
			appointed('leader', 'residents-committee'),
			appointed('convener', 'residents-committee', '990901001002')
		];
		for (const one of others) expect(mayAnswer(one, CODE).ok).toBe(false);
	});
});
