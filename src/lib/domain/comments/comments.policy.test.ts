import { describe, expect, test } from 'vitest';
import type { Actor, Membership } from '../shared/actor.ts';
import type { Result } from '../shared/result.ts';
import {
	mayAnswerFor,
	mayComment,
	mayHide,
	mayReadComments,
	mayWithdraw,
	MOST_IN_A_WHILE,
	seesNames
} from './comments.policy.ts';

const COMMUNITY = '110101001001';
const said = (result: Result) => (result.ok ? 'ok' : result.refusal.code);
const person = (over: Partial<NonNullable<Actor>> = {}): Actor => ({
	personId: 'me',
	name: '王',
	memberships: [],
	residencies: [],
	ownerships: [],
	...over
});
const office = (
	role: Membership['role'],
	organisationKind: Membership['organisationKind'],
	areaCode = COMMUNITY,
	organisationId = 'org'
): Actor => person({ memberships: [{ role, organisationKind, areaCode, organisationId }] });
const residentOf = (communityCode: string): Actor =>
	person({
		residencies: [
			{ communityCode, communityId: 'c', householdId: 'h', propertyAreaId: 'p', buildingId: 'b', representative: false }
		]
	});
const subject = { communityCode: COMMUNITY, readable: true, open: true };

test('comments are read by whoever reads the subject', () => {
	expect(said(mayReadComments(subject))).toBe('ok');
	expect(said(mayReadComments({ ...subject, readable: false }))).toBe('form.not-found');
});

describe('who may say something', () => {
	test.each<[string, Actor, string]>([
		['a visitor', null, 'form.sign-in'],
		['somebody who lives nowhere', person(), 'comments.not-of-community'],
		['a resident of another community', residentOf('110101001002'), 'comments.not-of-community'],
		['a resident', residentOf(COMMUNITY), 'ok'],
		[
			'an owner',
			person({ ownerships: [{ communityCode: COMMUNITY, unitId: 'u', propertyAreaId: 'p', buildingId: 'b' }] }),
			'ok'
		],
		['the property company', office('delegate', 'property-company'), 'ok'],
		['the street', office('leader', 'street-office', '110101001'), 'ok'],
		['another street', office('leader', 'street-office', '110101002'), 'comments.not-of-community']
	])('%s', (_, actor, expected) => {
		expect(said(mayComment(actor, subject, 0))).toBe(expected);
	});

	test('nobody where it is closed or unseen, and nobody without end', () => {
		expect(said(mayComment(residentOf(COMMUNITY), { ...subject, open: false }, 0))).toBe('comments.closed');
		expect(said(mayComment(residentOf(COMMUNITY), { ...subject, readable: false }, 0))).toBe('form.not-found');
		expect(said(mayComment(residentOf(COMMUNITY), subject, MOST_IN_A_WHILE - 1))).toBe('ok');
		expect(said(mayComment(residentOf(COMMUNITY), subject, MOST_IN_A_WHILE))).toBe('comments.too-many');
	});
});

describe('who answers for an organisation', () => {
	test.each<[string, Actor, string]>([
		['a visitor', null, 'comments.not-for-organisation'],
		['a resident', residentOf(COMMUNITY), 'comments.not-for-organisation'],
		['its publisher', office('publisher', 'residents-committee'), 'ok'],
		['its recorder', office('recorder', 'residents-committee'), 'comments.not-for-organisation'],
		[
			'another organisation',
			office('publisher', 'residents-committee', COMMUNITY, 'other'),
			'comments.not-for-organisation'
		],
		[
			'the same office elsewhere',
			office('publisher', 'residents-committee', '110101001002'),
			'comments.not-for-organisation'
		]
	])('%s', (_, actor, expected) => {
		expect(said(mayAnswerFor(actor, subject, 'org'))).toBe(expected);
	});
});

describe('who takes a comment away', () => {
	const mine = { authorId: 'me', state: 'shown' } as const;
	const others = { authorId: 'other', state: 'shown' } as const;

	test('its author withdraws it, once', () => {
		expect(said(mayWithdraw(null, mine))).toBe('form.sign-in');
		expect(said(mayWithdraw(person(), mine))).toBe('ok');
		expect(said(mayWithdraw(person(), others))).toBe('form.forbidden');
		expect(said(mayWithdraw(person(), { ...mine, state: 'hidden' }))).toBe('comments.gone');
	});

	test.each<[string, Actor, string]>([
		['a visitor', null, 'form.sign-in'],
		['a resident', residentOf(COMMUNITY), 'form.forbidden'],
		['the residents’ committee', office('reviewer', 'residents-committee'), 'ok'],
		['the street above', office('leader', 'street-office', '110101001'), 'ok'],
		[
			'the property company, which may be the one criticised',
			office('publisher', 'property-company'),
			'form.forbidden'
		],
		['the owners’ committee', office('leader', 'owners-committee'), 'form.forbidden'],
		['a recorder of the committee', office('recorder', 'residents-committee'), 'form.forbidden'],
		['the committee next door', office('reviewer', 'residents-committee', '110101001002'), 'form.forbidden']
	])('hiding: %s', (_, actor, expected) => {
		expect(said(mayHide(actor, subject, others))).toBe(expected);
	});

	test('nobody hides what they have written themselves', () => {
		expect(said(mayHide(office('reviewer', 'residents-committee'), subject, mine))).toBe('form.forbidden');
	});
});

test('neighbours see names, passers-by do not', () => {
	expect(seesNames(residentOf(COMMUNITY), subject)).toBe(true);
	expect(seesNames(residentOf('110101001002'), subject)).toBe(false);
	expect(seesNames(null, subject)).toBe(false);
});
