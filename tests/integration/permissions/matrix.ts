import { ROLES } from '#lib/domain/shared/roles.ts';
import { WHO, type Who } from './people.ts';

const everyone: readonly Who[] = WHO;
const nobody: readonly Who[] = [];
const only = (...who: Who[]): readonly Who[] => who;
const but = (...who: Who[]): readonly Who[] => WHO.filter((one) => !who.includes(one));

const signedIn = but('visitor');
/** Lives, owns or is appointed here or above. */
const here = but('visitor', 'stranger', 'next-door');
/** Holds an office: everything but what residents are to each other. */
const office = but(
	...only('visitor', 'stranger', 'resident', 'household-representative', 'owner'),
	...only('residents-representative', 'party-member')
);
/** Appointed in a party that the meetings were called with: 居委会 党组织 物业 业委会. */
const elsewhere: readonly string[] = ['supervisor', 'event-organiser'];
const invited: readonly Who[] = [
	...ROLES.filter((role) => !role.endsWith('-administrator') && !elsewhere.includes(role)),
	...only('delegate of party-committee', 'delegate of property-company', 'delegate of owners-committee')
];
/** The desk of this community, and the desks above it. */
const desk = only(
	'dispatcher',
	'leader',
	'verifier',
	'caller',
	'grid-worker',
	'street-dispatcher',
	'district-dispatcher'
);
const convener = only('convener');
const clerk = only('entry-clerk');
/** Each clerk sees their own register, next door's theirs. */
const clerks = only('entry-clerk', 'next-door');
const onTheRoll = only('resident', 'household-representative');
const delegates: readonly Who[] = ['delegate', ...invited.filter((one) => one.startsWith('delegate of'))];

export interface Sample {
	/** Another address than the usual one of this route. */
	at?: string;
	/** What the form says: it must pass the form's own check, so that the policy is reached. */
	form?: Record<string, string>;
	/** Those who may would undo the scene, or need more than a form: only who may not is asked. */
	spare?: true;
}
export type Line = readonly [route: string, request: string, who: readonly Who[], sample?: Sample];

const draftVote = {
	...{ organisationId: '{residents-committee}', preset: 'residents-meeting-2026', scope: 'community' },
	...{ title: '路灯', question: '同意吗?', opensAt: '2026-11-25T09:00', closesAt: '2026-12-02T09:00' }
};
const matter = { what: 'rubbish', description: '东门垃圾', building: '{building}', place: '东门' };

/**
 * Who may request what. A route or an action that is not here fails the test, and so does an answer to anybody who is
 * not named in its line. Lines run from top to bottom: what changes the scene stands after what needs it unchanged.
 */
export const MATRIX: readonly Line[] = [
	// anybody
	['/', 'GET', everyone],
	['/d/[code]', 'GET', everyone],
	['/s/[code]', 'GET', everyone],
	['/c/[code]', 'GET', everyone],
	['/c/[code]/roster', 'GET', everyone],
	['/c/[code]/deliberation', 'GET', everyone],
	['/c/[code]/disclosures', 'GET', everyone],
	['/display', 'POST', everyone, { form: { display: 'elder' } }],
	['/language', 'POST', everyone, { form: { language: 'en' } }],
	['/healthz', 'GET', everyone],
	['/readyz', 'GET', everyone],
	['/design', 'GET', nobody],
	['/live', 'GET', desk, { at: '/live?topic=case-board:{community}' }],
	['/files/[id]', 'GET', only('resident', ...desk), { at: '{photo}' }],
	['/api/v1/communities/[code]/meetings', 'GET', everyone],

	// coming in
	['/sign-in', 'GET', everyone],
	['/sign-in', 'default', everyone, { form: { login: 'nobody', password: 'wrong' } }],
	['/sign-in/phone', 'GET', everyone],
	['/sign-in/phone', 'default', everyone, { form: { phone: '13800000000' } }],
	// nobody who has not taken the step before
	['/sign-in/phone/code', 'GET', nobody],
	['/sign-in/phone/code', 'default', nobody, { form: { code: '000000' } }],
	['/sign-in/phone/name', 'GET', nobody],
	['/sign-in/phone/name', 'default', nobody, { form: { name: '某人', age: 'adult' } }],
	['/sign-in/second-factor', 'GET', nobody],
	['/sign-in/second-factor', 'default', nobody, { form: { code: '000000' } }],
	['/sign-out', 'GET', everyone],
	['/sign-out', 'default', everyone],
	['/set-up', 'GET', everyone],
	['/set-up', 'default', everyone, { form: { name: '某人', login: 'someone', password: 'a', again: 'b' } }],
	['/reset-password', 'GET', everyone],
	['/reset-password', 'default', everyone, { form: { password: 'a', again: 'b' } }],
	['/privacy-notice', 'GET', everyone],
	['/privacy-notice', 'default', signedIn],
	['/join', 'GET', everyone],
	['/join', 'default', signedIn, { form: { code: 'AAAA-AAAA-AAAA' } }],
	['/join/request', 'GET', signedIn],
	['/join/request', 'default', signedIn, { form: { community: '{community}', address: '1号楼' } }],

	// one's own
	['/me', 'GET', signedIn],
	['/me/messages', 'GET', signedIn],
	['/me/messages', 'read-all', signedIn],
	['/me/messages', 'open', signedIn, { form: { id: '{unknown}' }, spare: true }],
	['/me/cases', 'GET', signedIn],
	['/me/homes', 'GET', signedIn],
	['/me/homes', 'representative', only('resident'), { form: { householdId: '{household}', nomineeId: '{resident}' } }],
	['/me/homes/ownership', 'GET', signedIn],
	['/me/homes/ownership', 'default', signedIn, { form: { unitId: '{unit}', evidence: '合同1' } }],
	['/me/account', 'GET', signedIn],
	['/me/account', 'revoke', signedIn, { form: { id: '0'.repeat(64) }, spare: true }],
	['/me/account', 'withdraw', signedIn, { spare: true }],
	['/me/account', 'erase', signedIn, { form: { sure: 'yes' }, spare: true }],
	['/me/account/export', 'GET', signedIn],
	['/me/account/password', 'GET', signedIn],
	['/me/account/password', 'default', signedIn, { form: { current: 'x', password: 'y', again: 'z' } }],
	['/me/account/second-factor', 'GET', signedIn],
	['/me/account/second-factor', 'default', signedIn, { form: { secret: 'AAAA', code: '000000' } }],

	// cases
	['/c/[code]/cases', 'GET', everyone],
	['/c/[code]/cases/[number]', 'GET', only('resident', ...desk)],
	[
		...(['/c/[code]/cases/[number]', 'advance', only('dispatcher')] as const),
		{ form: { act: 'accept', class: 'C', category: 'event-environment' } }
	],
	['/c/[code]/report', 'GET', signedIn],
	['/c/[code]/report', 'default', here, { form: matter }],
	['/desk', 'GET', office],
	['/desk/cases', 'GET', office],
	['/desk/cases/[area]', 'GET', desk],

	// the register
	['/desk/people', 'GET', clerks],
	['/desk/people/households/[id]', 'GET', clerk],
	[
		...(['/desk/people/households/[id]', 'representative', clerk] as const),
		{ form: { householdId: '{household}', nomineeId: '{resident}' } }
	],
	['/desk/people/households/[id]', 'letter', clerk],
	['/desk/people/households/[id]', 'phone', clerk, { form: { personId: '{resident}', reason: '核对' } }],
	['/desk/people/letters', 'GET', clerks],
	['/desk/people/letters', 'default', clerk, { form: { buildingId: '{building}' } }],
	['/desk/people/letters/print', 'GET', clerk, { at: '/desk/people/letters/print?household={household}' }],
	['/desk/people/ownership', 'GET', clerks],
	[
		...(['/desk/people/ownership', 'default', clerk] as const),
		{ form: { id: '{claim}', decision: 'approve', evidence: '京房1' } }
	],
	['/desk/people/requests', 'GET', clerks],
	[
		...(['/desk/people/requests', 'request', clerk] as const),
		{ form: { id: '{request}', decision: 'refuse', reason: '查无此户' } }
	],
	[
		...(['/desk/people/requests', 'letter', clerk] as const),
		{ form: { id: '{unknown}', decision: 'approve' }, spare: true }
	],

	// meetings
	['/c/[code]/meetings', 'GET', everyone],
	['/c/[code]/meetings/new', 'GET', convener],
	[
		...(['/c/[code]/meetings/new', 'default', convener] as const),
		{
			form: {
				...{ organisationId: '{residents-committee}', kind: 'co-building', title: '新会' },
				...{ place: '活动室', startsAt: '2026-12-20T19:00', partyIds: '{company}' }
			}
		}
	],
	['/c/[code]/meetings/[id]', 'GET', everyone],
	['/c/[code]/meetings/[id]/notice', 'GET', everyone],
	['/c/[code]/meetings/[id]/meeting.ics', 'GET', everyone],
	['/c/[code]/meetings/[id]/agenda', 'GET', everyone],
	['/c/[code]/meetings/[id]/check-in', 'GET', signedIn],
	['/c/[code]/meetings/[id]/check-in', 'default', here, { form: { door: 'wrong' } }],
	['/c/[code]/meetings/[id]/door', 'GET', only('convener', 'recorder')],
	['/c/[code]/meetings/[id]/minutes/edit', 'GET', invited],
	[
		'/c/[code]/meetings/[id]/minutes',
		'GET',
		[...invited, 'resident'],
		{ at: '/c/{community}/meetings/{review}/minutes' }
	],
	['/c/[code]/meetings/[id]/sealed.json', 'GET', here, { at: '/c/{community}/meetings/{sealed}/sealed.json' }],
	[
		...(['/c/[code]/meetings/[id]/raise', 'GET', [...delegates, 'convener', 'recorder', 'grid-worker']] as const),
		{ at: '/c/{community}/meetings/{review}/raise?block=p1' }
	],
	[
		...(['/c/[code]/meetings/[id]/raise', 'default', [...delegates, 'convener', 'recorder', 'grid-worker']] as const),
		{ at: '/c/{community}/meetings/{review}/raise?block=p1', form: { title: '通道被占', ...matter } }
	],
	['/c/[code]/meetings/[id]', 'checkin', here],
	['/c/[code]/meetings/[id]', 'late', convener, { form: { title: '晚到', kind: 'inform' } }],
	[
		...(['/c/[code]/meetings/[id]', 'attend', only('convener', 'recorder')] as const),
		{ form: { personId: '{resident}', capacity: '居民' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'object', only('resident', 'convener')] as const),
		{ at: '/c/{community}/meetings/{review}', form: { block: 'p1', body: '不对' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'answer', convener] as const),
		{ at: '/c/{community}/meetings/{review}', form: { objectionId: '{objection}', accepted: 'no', answer: '已核对' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'sign', only('delegate of property-company')] as const),
		{
			at: '/c/{community}/meetings/{sealed}',
			form: { organisationId: '{company}', position: '经理', stance: 'agree' }
		}
	],
	[
		...(['/c/[code]/meetings/[id]', 'command', convener] as const),
		{ at: '/c/{community}/meetings/{collecting}', form: { command: 'convene' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'cancel', convener] as const),
		{ at: '/c/{community}/meetings/{collecting}', form: { reason: '停电' } }
	],

	// votes
	['/c/[code]/votes', 'GET', everyone],
	['/c/[code]/votes/new', 'GET', convener],
	['/c/[code]/votes/new', 'default', convener, { form: draftVote }],
	['/c/[code]/votes/[id]', 'GET', everyone],
	['/c/[code]/votes/[id]/notice', 'GET', everyone],
	['/c/[code]/votes/[id]', 'cast', only('household-representative'), { form: { entry: '{entry}', choice: 'for' } }],
	['/c/[code]/votes/[id]/edit', 'GET', convener, { at: '/c/{community}/votes/{draft}/edit' }],
	['/c/[code]/votes/[id]/edit', 'default', convener, { at: '/c/{community}/votes/{draft}/edit', form: draftVote }],
	['/c/[code]/votes/[id]', 'announce', convener, { at: '/c/{community}/votes/{draft}' }],
	['/c/[code]/votes/[id]', 'cancel', convener, { at: '/c/{community}/votes/{draft}', form: { reason: '另议' } }],
	['/c/[code]/votes/[id]/verify', 'GET', everyone, { at: '/c/{community}/votes/{published}/verify' }],
	['/c/[code]/votes/[id]/record.json', 'GET', everyone, { at: '/c/{community}/votes/{published}/record.json' }],
	[
		...(['/c/[code]/votes/[id]/full-record.json', 'GET', [...onTheRoll, 'supervisor']] as const),
		{ at: '/c/{community}/votes/{published}/full-record.json' }
	],
	[
		...(['/c/[code]/votes/[id]', 'object', onTheRoll] as const),
		{ at: '/c/{community}/votes/{published}', form: { body: '再看看' } }
	],
	[
		...(['/c/[code]/votes/[id]', 'answer', convener] as const),
		{ at: '/c/{community}/votes/{published}', form: { objectionId: '{vote-objection}', answer: '已核对' } }
	],
	['/c/[code]/votes/[id]', 'annul', convener, { at: '/c/{community}/votes/{published}', form: { reason: '有误' } }]
];

/** The address of a route where a line names no other; the longest that fits. */
export const USUAL: Readonly<Record<string, string>> = {
	'/d/[code]': '/d/{district}',
	'/s/[code]': '/s/{street}',
	'/c/[code]': '/c/{community}',
	'/c/[code]/cases/[number]': '/c/{community}/cases/{case}',
	'/c/[code]/meetings/[id]': '/c/{community}/meetings/{session}',
	'/c/[code]/votes/[id]': '/c/{community}/votes/{open}',
	'/desk/cases/[area]': '/desk/cases/{community}',
	'/desk/people/households/[id]': '/desk/people/households/{household}',
	'/api/v1/communities/[code]': '/api/v1/communities/{community}'
};
