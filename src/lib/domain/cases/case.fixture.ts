import type { Actor, Membership } from '#lib/domain/shared/actor.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { clockOf, type CaseFacts, type ClockKind, type Unit } from './case.ts';
import type { Category } from './categories.ts';
import type { CaseCommand, Command } from './commands.ts';
import { historyOf, type CaseEntry } from './entry.ts';
import { transition, type Transition } from './transitions.ts';

/** A made-up community for the tests of this area: 110101 district, 110101003 street, 110101003007 community. */
export const COMMUNITY = '110101003007';
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
/** Tuesday, in office hours. */
export const TUESDAY = at('2026-11-24 10:00');
export const hoursLater = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000);

export const LITTER: Category = {
	code: 'event-environment',
	group: 'event',
	name: '市容环境',
	net: 'management',
	defaultClass: 'C',
	safety: false,
	physical: true,
	communityMayLead: true,
	limit: null
};
export const LAMP: Category = { ...LITTER, code: 'component-traffic', name: '道路交通', communityMayLead: false };
export const FIRE: Category = { ...LAMP, code: 'event-emergency', name: '突发事件', defaultClass: 'A', safety: true };

const unit = (organisationId: string, kind: PartyKind, areaCode: string): Unit => ({ organisationId, kind, areaCode });
export const COMPANY = unit('company', 'property-company', COMMUNITY);
export const COMMITTEE = unit('committee', 'residents-committee', COMMUNITY);
export const CITY_TEAM = unit('city-team', 'dispatched-agency', '110101003');
export const FIRE_TEAM = unit('fire-team', 'dispatched-agency', '110101003');
export const WORKS = unit('works', 'dispatched-agency', '110101');

const membership = (role: Role, u: Unit): Membership => ({
	role,
	organisationId: u.organisationId,
	organisationKind: u.kind,
	areaCode: u.areaCode
});
const STREET = unit('street-office', 'street-office', '110101003');
const DISTRICT = unit('district-centre', 'district-centre', '110101');
const person = (personId: string, ...memberships: Membership[]): NonNullable<Actor> => ({
	personId,
	name: personId,
	memberships,
	residencies: [],
	ownerships: []
});

export const PEOPLE = {
	visitor: null,
	reporter: {
		...person('reporter'),
		residencies: [
			{
				householdId: 'h',
				communityId: 'c',
				communityCode: COMMUNITY,
				propertyAreaId: 'p',
				buildingId: 'b',
				representative: false
			}
		]
	},
	neighbour: {
		...person('neighbour'),
		ownerships: [{ unitId: 'u', communityCode: COMMUNITY, propertyAreaId: 'p', buildingId: 'b' }]
	},
	communityDispatcher: person('community-dispatcher', membership('dispatcher', COMMITTEE)),
	streetDispatcher: person('street-dispatcher', membership('dispatcher', STREET)),
	districtDispatcher: person('district-dispatcher', membership('dispatcher', DISTRICT)),
	otherStreetDispatcher: person('other-dispatcher', {
		...membership('dispatcher', STREET),
		organisationId: 'other-street',
		areaCode: '110101004'
	}),
	companyHandler: person('company-handler', membership('handler', COMPANY)),
	companyLeader: person('company-leader', membership('leader', COMPANY)),
	cityHandler: person('city-handler', membership('handler', CITY_TEAM)),
	fireHandler: person('fire-handler', membership('handler', FIRE_TEAM)),
	communityLeader: person('community-leader', membership('leader', COMMITTEE)),
	streetLeader: person('street-leader', membership('leader', STREET)),
	districtLeader: person('district-leader', membership('leader', DISTRICT)),
	verifier: person('verifier', membership('verifier', STREET)),
	caller: person('caller', membership('caller', STREET)),
	gridWorker: person('grid-worker', membership('grid-worker', COMMITTEE))
} satisfies Record<string, Actor>;
export type Name = keyof typeof PEOPLE;

export function draft(over: Partial<CaseFacts> = {}): CaseFacts {
	return {
		id: 'case',
		state: 'draft',
		level: 'micro',
		class: 'C',
		category: LITTER,
		communityCode: COMMUNITY,
		reporterId: 'reporter',
		reporterShownToHandler: false,
		against: null,
		publicInterest: false,
		public: false,
		supervised: false,
		unit: null,
		handlerId: null,
		masterId: null,
		submittedAt: null,
		reporterDueAt: null,
		endedAt: null,
		outcome: null,
		stopped: null,
		clocks: [],
		history: historyOf([]),
		...over
	};
}

export const SUBMIT: Command<'submit'> = { act: 'submit', numbersShown: false, text: '楼道有垃圾', placed: true };
export const ACCEPT: Command<'accept'> = { act: 'accept', class: 'C', category: LITTER };
export const TO_COMPANY: Command<'dispatch'> = { act: 'dispatch', unit: COMPANY };
export const SIGN: Command<'sign'> = { act: 'sign', handlerId: 'company-handler' };
export const FINISH: Command<'finish'> = { act: 'finish', result: '已清走', photos: 1 };
export const PASS: Command<'pass'> = { act: 'pass' };
export const SOLVED: Command<'answer'> = { act: 'answer', solved: true, grade: 'satisfied', note: '' };
export const UNSOLVED: Command<'answer'> = { act: 'answer', solved: false, grade: 'dissatisfied', note: '还在' };

/** A case in the middle of its life, with the history that brought it there. */
export interface Story {
	facts: CaseFacts;
	entries: CaseEntry[];
	now: Date;
	last: Transition | null;
}
export const begin = (over: Partial<CaseFacts> = {}, now = TUESDAY): Story => ({
	facts: draft(over),
	entries: [],
	now,
	last: null
});

/** Goes on with commands, each some hours after the one before; a refused one is a bug in the test. */
export function go(story: Story, ...commands: (CaseCommand | [hours: number, CaseCommand])[]): Story {
	return commands.reduce((s, step) => {
		const [hours, command] = Array.isArray(step) ? step : [0, step];
		const now = hoursLater(s.now, hours);
		const result = transition(s.facts, command, now);
		if (!result.ok) throw new Error(`${command.act} refused: ${result.refusal.code}`);
		const organisationId = s.facts.unit?.organisationId ?? null;
		const actorId = command.act === 'sign' ? command.handlerId : null;
		const entry = { ...result.value.entry, seq: s.entries.length, actorId, organisationId, at: now };
		const entries = [...s.entries, entry];
		return { facts: { ...result.value.after, history: historyOf(entries) }, entries, now, last: result.value };
	}, story);
}

export const tryTo = ({ facts, now }: Story, command: CaseCommand, hours = 0) =>
	transition(facts, command, hoursLater(now, hours));
export const refusalOf = (story: Story, command: CaseCommand, hours = 0) => {
	const result = tryTo(story, command, hours);
	return result.ok ? null : result.refusal.code;
};
export const dueOf = (story: Story, kind: ClockKind) => clockOf(story.facts, kind)?.dueAt;
export const runOut = (story: Story, clock: Command<'expire'>['clock']): Command<'expire'> => ({
	act: 'expire',
	clock,
	dueAt: story.facts.clocks.find((c) => c.kind === clock)?.dueAt ?? story.now
});

const submitted = (over: Partial<CaseFacts> = {}) => go(begin(over), SUBMIT);
const accepted = (over?: Partial<CaseFacts>) => go(submitted(over), ACCEPT);
const dispatched = (over?: Partial<CaseFacts>) => go(accepted(over), TO_COMPANY);
const handling = (over?: Partial<CaseFacts>) => go(dispatched(over), SIGN);
const small = () =>
	go(
		handling(),
		{ act: 'escalate', reason: 'no-authority', note: '不归物业管' },
		{ act: 'dispatch', unit: CITY_TEAM },
		{ act: 'sign', handlerId: 'city-handler' }
	);
const large = () =>
	go(
		small(),
		{ act: 'escalate', reason: 'owner-unclear', note: '权属不清' },
		{ act: 'dispatch', unit: WORKS },
		{ act: 'sign', handlerId: 'works-handler' }
	);
export const STORIES = {
	draft: () => begin(),
	submitted,
	accepted,
	dispatched,
	handling,
	disputed: () => go(dispatched(), { act: 'dispute', reason: '不在合同范围' }),
	waiting: () => go(handling(), { act: 'ask-reporter', question: '具体在几单元?', days: 5 }),
	small,
	large,
	onAccount: () => go(large(), { act: 'put-on-account', reason: 'engineering', note: '等改造', days: 90 }),
	verifying: () => go(handling(), FINISH),
	callingBack: () => go(handling(), FINISH, PASS),
	closed: () => go(handling(), FINISH, PASS, SOLVED),
	refused: () => go(submitted(), { act: 'refuse', reason: 'in-court', channel: '请向法院反映' }),
	merged: () =>
		go(submitted(), {
			act: 'merge',
			master: { id: 'master', state: 'handling', categoryCode: LITTER.code, metres: 30 }
		})
};
