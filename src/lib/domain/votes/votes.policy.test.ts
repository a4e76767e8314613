import { describe, expect, test } from 'vitest';
import type { Actor, Membership } from '#lib/domain/shared/actor.ts';
import { VOTE_STATES, type VoteState } from './life.ts';
import { mayVote, type VoteAct, type VoteFacts } from './votes.policy.ts';

const COMMUNITY = '990101001001';
const facts: VoteFacts = {
	communityCode: COMMUNITY,
	electorate: 'owners',
	conveners: ['owners-committee-1'],
	state: 'open',
	onRoll: false
};
function member(role: Membership['role'], organisationId: string, areaCode = COMMUNITY): Actor {
	const membership = { role, organisationId, organisationKind: 'owners-committee' as const, areaCode };
	return { personId: 'p', name: 'P', memberships: [membership], residencies: [], ownerships: [] };
}
const resident: Actor = { personId: 'r', name: 'R', memberships: [], residencies: [], ownerships: [] };
const convener = member('convener', 'owners-committee-1');
const allowed = (actor: Actor, act: VoteAct, extra: Partial<VoteFacts> = {}) =>
	mayVote(actor, act, { ...facts, ...extra }).ok;

describe('convening', () => {
	test.each<VoteAct>(['draft', 'announce', 'cancel', 'annul', 'answer-objection'])('%s: the convener alone', (act) => {
		expect(allowed(convener, act)).toBe(true);
		expect(allowed(member('convener', 'owners-committee-2'), act)).toBe(false);
		expect(allowed(member('recorder', 'owners-committee-1'), act)).toBe(false);
		expect(allowed(member('system-administrator', 'owners-committee-1'), act)).toBe(false);
		expect(allowed(resident, act, { onRoll: true })).toBe(false);
		expect(allowed(null, act)).toBe(false);
	});
});

describe('seeing', () => {
	const visible = (actor: Actor, act: VoteAct, extra: Partial<VoteFacts> = {}): VoteState[] =>
		VOTE_STATES.filter((state) => allowed(actor, act, { ...extra, state }));

	test('a draft is the convener’s own; once announced it is everybody’s', () => {
		expect(visible(null, 'see')).toEqual(VOTE_STATES.filter((s) => s !== 'draft'));
		expect(visible(convener, 'see')).toEqual([...VOTE_STATES]);
	});
	test('turnout is everybody’s from the opening on', () => {
		expect(visible(null, 'see-turnout')).toEqual(['open', 'counting', 'published', 'annulled']);
	});
	test('choices are nobody’s before publication', () => {
		for (const actor of [null, resident, convener, member('supervisor', 's'), member('audit-administrator', 's')]) {
			for (const act of ['see-choices', 'see-record'] as const) {
				expect(visible(actor, act, { onRoll: true })).toEqual(['published']);
			}
		}
	});
	test('the full record is for the roll and for supervisors of the community, after publication', () => {
		expect(visible(resident, 'see-full-record', { onRoll: true })).toEqual(['published']);
		expect(visible(member('supervisor', 's'), 'see-full-record')).toEqual(['published']);
		expect(visible(member('supervisor', 's', '990101001002'), 'see-full-record')).toEqual([]);
		expect(visible(convener, 'see-full-record')).toEqual([]);
		expect(visible(null, 'see-full-record')).toEqual([]);
	});
});

test('who is on the roll casts, nobody else', () => {
	expect(allowed(resident, 'cast', { onRoll: true })).toBe(true);
	expect(mayVote(convener, 'cast', facts)).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
	expect(mayVote(null, 'cast', facts)).toMatchObject({ refusal: { code: 'votes.sign-in-to-vote' } });
});

describe('who sees which entries have not voted', () => {
	const named: VoteFacts = { ...facts, absentFor: ['convener', 'grid-worker'] };
	test.each<[string, Actor, VoteFacts, string]>([
		['its convener', member('convener', 'owners-committee-1'), named, 'ok'],
		['a grid worker here', member('grid-worker', 'any'), named, 'ok'],
		['another convener', member('convener', 'owners-committee-2'), named, 'votes.absent-not-shown'],
		['a grid worker elsewhere', member('grid-worker', 'any', '110101001009'), named, 'votes.absent-not-shown'],
		['a supervisor', member('supervisor', 'any'), named, 'votes.absent-not-shown'],
		[
			'its convener, where the preset names nobody',
			member('convener', 'owners-committee-1'),
			facts,
			'votes.absent-not-shown'
		],
		[
			'its convener, once it is over',
			member('convener', 'owners-committee-1'),
			{ ...named, state: 'counting' },
			'votes.absent-not-shown'
		]
	])('%s', (_, actor, about, expected) => {
		const result = mayVote(actor, 'see-absent', about);
		expect(result.ok ? 'ok' : result.refusal.code).toBe(expected);
	});
});
