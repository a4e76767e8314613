import { expect, it } from 'vitest';
import type { Actor, Membership } from '../shared/actor.ts';
import { annotationPolicy, type AnnotationAct } from './annotations.policy.ts';
import type { MinutesPhase } from './meeting.ts';
import type { MeetingFacts } from './meetings.policy.ts';

const facts = (phase: MinutesPhase): MeetingFacts => ({
	communityCode: '990101001001',
	convenerOrganisationId: 'committee',
	state: phase === 'live' ? 'in-session' : phase === 'sealed' ? 'sealed' : 'closed',
	phase,
	public: true,
	partyIds: ['committee', 'company'],
	chairId: 'chair',
	attendeeIds: ['chair', 'neighbour']
});
function actor(personId: string, role?: Membership['role'], organisationId = 'company'): Actor {
	const membership = { organisationId, role, areaCode: '990101001001', organisationKind: 'property-company' };
	return {
		...{ personId, name: personId, homes: [], owned: [] },
		memberships: role ? [membership as unknown as Membership] : []
	} as unknown as Actor;
}
const people = {
	chair: actor('chair'),
	recorder: actor('recorder', 'recorder'),
	delegate: actor('delegate', 'delegate'),
	neighbour: actor('neighbour'),
	handler: actor('handler', 'handler'),
	stranger: actor('stranger'),
	visitor: null
};
type Who = keyof typeof people;

const TABLE: [act: AnnotationAct, phase: MinutesPhase, who: Who[]][] = [
	['read', 'live', ['chair', 'recorder', 'delegate', 'neighbour', 'handler']],
	['read', 'sealed', ['chair', 'recorder', 'delegate', 'neighbour', 'handler']],
	['write', 'live', ['chair', 'recorder']],
	['write', 'chair', ['chair', 'recorder', 'delegate', 'neighbour']],
	['write', 'review', ['chair', 'recorder', 'delegate', 'neighbour']],
	['write', 'sealed', []],
	['settle', 'live', ['chair', 'recorder']],
	['settle', 'chair', ['chair']],
	['settle', 'review', ['chair']],
	['settle', 'sealed', []]
];
it.each(TABLE)('%s in %s', (act, phase, who) => {
	const allowed = (Object.keys(people) as Who[]).filter((one) => annotationPolicy(people[one], act, facts(phase)).ok);
	expect(allowed).toEqual(who);
});

it('lets authors settle their own comment, as long as they may comment', () => {
	const own = { authorId: 'neighbour' };
	expect(annotationPolicy(people.neighbour, 'settle', facts('review'), own)).toEqual({ ok: true });
	expect(annotationPolicy(people.delegate, 'settle', facts('review'), own)).toMatchObject({ ok: false });
	expect(annotationPolicy(people.neighbour, 'settle', facts('sealed'), own)).toMatchObject({
		refusal: { code: 'meetings.annotations-closed' }
	});
});
