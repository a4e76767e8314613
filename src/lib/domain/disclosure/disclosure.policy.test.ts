import { expect, test } from 'vitest';
import type { Actor, Membership } from '../shared/actor.ts';
import { advance, type DisclosureState } from './disclosure.ts';
import { disclosurePolicy, mayPublishFor, type DisclosureAct, type DisclosureFacts } from './disclosure.policy.ts';

const COMMUNITY = '110101001001';
const STATES = ['draft', 'in-review', 'published', 'superseded', 'withdrawn'] as const;
const office = (role: Membership['role'], organisationId = 'org', areaCode = COMMUNITY, personId = 'me'): Actor => ({
	personId,
	name: '王',
	memberships: [{ role, organisationId, organisationKind: 'residents-committee', areaCode }],
	residencies: [],
	ownerships: []
});
const WHO: Record<string, Actor> = {
	visitor: null,
	publisher: office('publisher'),
	reviewer: office('reviewer'),
	writer: office('reviewer', 'org', COMMUNITY, 'author'),
	leader: office('leader'),
	supervisor: office('supervisor', 'supervisors'),
	'street supervisor': office('supervisor', 'street', '110101001'),
	'other publisher': office('publisher', 'other'),
	'other reviewer': office('reviewer', 'other')
};
const facts = (state: DisclosureState): DisclosureFacts => ({
	communityCode: COMMUNITY,
	organisationId: 'org',
	reviewingOrganisationIds: ['org'],
	state,
	writerIds: ['author']
});
const everyone = Object.keys(WHO);
const TABLE: Record<DisclosureAct, Partial<Record<DisclosureState, string[]>>> = {
	read: { published: everyone, superseded: everyone },
	'see-desk': {
		draft: ['publisher', 'reviewer', 'writer'],
		'in-review': ['publisher', 'reviewer', 'writer'],
		published: ['publisher', 'reviewer', 'writer', 'supervisor', 'street supervisor'],
		superseded: ['publisher', 'reviewer', 'writer', 'supervisor', 'street supervisor'],
		withdrawn: ['publisher', 'reviewer', 'writer', 'supervisor', 'street supervisor']
	},
	write: { draft: ['publisher'] },
	review: Object.fromEntries(STATES.map((state) => [state, ['reviewer']])),
	correct: { published: ['publisher'] },
	withdraw: { published: ['publisher', 'reviewer', 'writer'], superseded: ['publisher', 'reviewer', 'writer'] }
};

const rows = Object.keys(TABLE).flatMap((act) => STATES.map((state) => [act as DisclosureAct, state] as const));
test.each(rows)('%s of what is %s', (act, state) => {
	const allowed = everyone.filter((who) => disclosurePolicy(WHO[who]!, act, facts(state)).ok);
	expect(allowed).toEqual(TABLE[act][state] ?? []);
});

test('a reviewer who wrote in it hears why not', () => {
	expect(disclosurePolicy(WHO.writer!, 'review', facts('in-review'))).toMatchObject({
		refusal: { code: 'disclosure.own-text' }
	});
	expect(disclosurePolicy(null, 'review', facts('in-review'))).toMatchObject({ refusal: { code: 'form.sign-in' } });
});

test('only its publishers begin a text in an organisation’s name', () => {
	expect(everyone.filter((who) => mayPublishFor(WHO[who]!, 'org').ok)).toEqual(['publisher']);
});

test('the life, row by row', () => {
	const to = (command: Parameters<typeof advance>[1]) =>
		STATES.map((state) => advance(state, command)).map((next) => (next.ok ? next.value : '-'));
	expect(to('submit')).toEqual(['in-review', '-', '-', '-', '-']);
	expect(to('send-back')).toEqual(['-', 'draft', '-', '-', '-']);
	expect(to('publish')).toEqual(['-', 'published', '-', '-', '-']);
	expect(to('supersede')).toEqual(['-', '-', 'superseded', '-', '-']);
	expect(to('withdraw')).toEqual(['-', '-', 'withdrawn', 'withdrawn', '-']);
});
