import { describe, expect, it } from 'vitest';
import type { Person } from '../shared/actor.ts';
import type { Role } from '../shared/roles.ts';
import { meetingPolicy, mayCall, type MeetingAct, type MeetingFacts } from './meetings.policy.ts';

const CODE = '990101001001';
const COMMITTEE = 'committee';
const PROPERTY = 'property';
const STRANGER = 'stranger';

function person(id: string, memberships: [Role, string][] = [], lives = false): Person {
	return {
		personId: id,
		name: id,
		memberships: memberships.map(([role, organisationId]) => ({
			role,
			organisationId,
			organisationKind: 'residents-committee',
			areaCode: CODE
		})),
		residencies: lives
			? [
					{
						householdId: 'h',
						communityId: 'c',
						communityCode: CODE,
						propertyAreaId: 'p',
						buildingId: 'b',
						representative: false
					}
				]
			: [],
		ownerships: []
	};
}

const PEOPLE = {
	visitor: null,
	resident: person('resident', [], true),
	attendee: person('attendee', [], true),
	convener: person('convener', [['convener', COMMITTEE]]),
	chair: person('chair', [['chair', COMMITTEE]]),
	recorder: person('recorder', [['recorder', PROPERTY]]),
	delegate: person('delegate', [['delegate', PROPERTY]]),
	publisher: person('publisher', [['publisher', COMMITTEE]]),
	outsider: person('outsider', [
		['convener', STRANGER],
		['recorder', STRANGER],
		['delegate', STRANGER],
		['publisher', STRANGER]
	]),
	administrator: person('administrator', [['system-administrator', STRANGER]])
} as const;
type Who = keyof typeof PEOPLE;

const AT = {
	draft: { state: 'draft', phase: null },
	collecting: { state: 'collecting', phase: null },
	convened: { state: 'convened', phase: null },
	live: { state: 'in-session', phase: 'live' },
	chair: { state: 'closed', phase: 'chair' },
	review: { state: 'closed', phase: 'review' },
	sealed: { state: 'sealed', phase: 'sealed' },
	disclosed: { state: 'disclosed', phase: 'sealed' }
} as const;

function facts(at: keyof typeof AT, more: Partial<MeetingFacts> = {}): MeetingFacts {
	return {
		communityCode: CODE,
		convenerOrganisationId: COMMITTEE,
		public: true,
		partyIds: [COMMITTEE, PROPERTY],
		chairId: 'chair',
		attendeeIds: ['attendee'],
		...AT[at],
		...more
	};
}

const everyone = Object.keys(PEOPLE) as Who[];
const insiders: Who[] = ['attendee', 'convener', 'chair', 'recorder', 'delegate', 'publisher'];

/** act, moment → exactly these may. */
const ROWS: [MeetingAct, keyof typeof AT, Who[]][] = [
	['view', 'draft', ['convener']],
	['view', 'collecting', everyone],
	['view', 'disclosed', everyone],
	['read-minutes', 'convened', []],
	['read-minutes', 'live', insiders],
	['read-minutes', 'sealed', insiders],
	['read-minutes', 'disclosed', everyone],
	['read-sealed', 'review', []],
	['read-sealed', 'sealed', [...insiders, 'resident', 'outsider', 'administrator']],
	['edit-agenda', 'draft', []],
	['edit-agenda', 'collecting', ['convener', 'delegate']],
	['edit-agenda', 'convened', []],
	['lead', 'draft', ['convener']],
	['lead', 'live', ['convener', 'chair']],
	['add-late-item', 'collecting', []],
	['add-late-item', 'convened', ['convener']],
	['enter-attendance', 'live', ['convener', 'recorder']],
	['enter-attendance', 'chair', []],
	['check-in', 'convened', []],
	[
		'check-in',
		'live',
		['resident', 'attendee', 'convener', 'chair', 'recorder', 'delegate', 'publisher', 'outsider', 'administrator']
	],
	['write-minutes', 'convened', []],
	['write-minutes', 'live', ['recorder', 'chair']],
	['write-minutes', 'chair', ['chair']],
	['write-minutes', 'review', []],
	['write-minutes', 'sealed', []],
	['object', 'review', ['attendee']],
	['object', 'chair', []],
	['answer-objection', 'review', ['convener', 'chair']],
	['sign', 'review', []],
	['sign', 'sealed', ['delegate']],
	['sign', 'disclosed', ['delegate']],
	['read-history', 'convened', []],
	['read-history', 'live', insiders],
	['read-history', 'disclosed', insiders],
	['correct', 'review', []],
	['correct', 'sealed', ['convener', 'chair']],
	['correct', 'disclosed', ['convener', 'chair']],
	['disclose', 'sealed', ['publisher']],
	['disclose', 'disclosed', []],
	['raise', 'draft', []],
	['raise', 'live', ['convener', 'chair', 'recorder', 'delegate']]
];

describe('who may do what to a meeting', () => {
	it.each(ROWS)('%s at %s', (act, at, may) => {
		const allowed = everyone.filter((who) => meetingPolicy(PEOPLE[who], act, facts(at)).ok);
		expect(allowed.sort()).toEqual([...may].sort());
	});

	it('keeps a meeting that is not public to its parties and attendees, also when it is over', () => {
		const closed = facts('disclosed', { public: false });
		const readers = everyone.filter((who) => meetingPolicy(PEOPLE[who], 'view', closed).ok);
		expect(readers.sort()).toEqual([...insiders].sort());
		expect(meetingPolicy(PEOPLE.resident, 'read-minutes', closed).ok).toBe(false);
	});

	it('asks a visitor to sign in, and tells others that they may not', () => {
		expect(meetingPolicy(null, 'sign', facts('sealed'))).toMatchObject({ refusal: { code: 'form.sign-in' } });
		expect(meetingPolicy(PEOPLE.resident, 'sign', facts('sealed'))).toMatchObject({
			refusal: { code: 'form.forbidden' }
		});
	});

	it('lets only the conveners of an organisation call in its name', () => {
		expect(everyone.filter((who) => mayCall(PEOPLE[who], COMMITTEE).ok)).toEqual(['convener']);
	});
});
