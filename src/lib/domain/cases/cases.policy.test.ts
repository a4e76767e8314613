import { describe, expect, it } from 'vitest';
import { CITY_TEAM, COMMUNITY, go, PEOPLE, STORIES, type Name, type Story } from './case.fixture.ts';
import { maySee, maySeeReporter, mayDo, offeredActs } from './cases.policy.ts';
import { ACTS } from './transitions.ts';
import type { Act } from './commands.ts';

type Asked = Exclude<Act, 'expire'>;
const names = Object.keys(PEOPLE) as Name[];
const whoMay = (act: Asked, { facts }: Story) => names.filter((name) => mayDo(PEOPLE[name], act, facts).ok);

describe('who may do each transition, and nobody else', () => {
	const whistled = () => go(STORIES.small(), { act: 'whistle', departments: ['fire-team'], reason: '会商' });
	const asked = () => go(STORIES.handling(), { act: 'ask-extension', minutes: 60, reason: '等配件' });
	const extended = () =>
		go(asked(), { act: 'grant-extension', note: '' }, { act: 'ask-extension', minutes: 60, reason: '再等' });
	const everybody: Name[] = names.filter((name) => name !== 'visitor' && name !== 'otherStreetDispatcher');
	const rows: [Asked, () => Story, Name[]][] = [
		['submit', STORIES.draft, everybody],
		['accept', STORIES.submitted, ['communityDispatcher']],
		['accept', () => STORIES.submitted({ class: 'A' }), ['streetDispatcher']],
		['refuse', STORIES.submitted, ['communityDispatcher']],
		['appeal', STORIES.refused, ['reporter']],
		['merge', STORIES.submitted, ['communityDispatcher']],
		['unmerge', STORIES.merged, ['communityDispatcher']],
		['follow', STORIES.merged, []],
		['reclassify', STORIES.accepted, ['communityDispatcher']],
		['dispatch', STORIES.accepted, ['communityDispatcher']],
		['refer', STORIES.accepted, ['communityDispatcher']],
		['sign', STORIES.dispatched, ['companyHandler']],
		['dispute', STORIES.dispatched, ['companyHandler']],
		['uphold', STORIES.disputed, ['streetDispatcher']],
		['overrule', STORIES.disputed, ['streetDispatcher']],
		['ask-reporter', STORIES.handling, ['companyHandler']],
		['reply', STORIES.waiting, ['reporter']],
		['ask-extension', STORIES.handling, ['companyHandler']],
		['grant-extension', asked, ['companyLeader']],
		['grant-extension', extended, ['communityLeader']],
		['decline-extension', asked, ['companyLeader']],
		['escalate', STORIES.handling, ['companyHandler']],
		['press', STORIES.handling, ['reporter']],
		['whistle', STORIES.small, ['streetDispatcher', 'streetLeader']],
		['report-in', whistled, ['fireHandler']],
		['send-down', STORIES.small, ['streetDispatcher']],
		['put-on-account', STORIES.large, ['districtDispatcher', 'districtLeader']],
		['resume', STORIES.onAccount, []],
		['finish', STORIES.handling, ['companyHandler']],
		['pass', STORIES.verifying, ['verifier']],
		['fail', STORIES.verifying, ['verifier']],
		['call', STORIES.callingBack, ['caller']],
		['answer', STORIES.callingBack, ['reporter']],
		['tell-progress', STORIES.handling, ['caller']],
		['reopen', STORIES.closed, ['reporter']],
		['withdraw', STORIES.handling, ['reporter']]
	];
	it.each(rows)('%s', (act, story, expected) => {
		expect(whoMay(act, story()).sort()).toEqual([...expected].sort());
	});

	it('names every act', () => {
		expect(new Set(rows.map(([act]) => act))).toEqual(new Set(ACTS));
	});
});

describe('kept apart', () => {
	it('a verifier or caller never judges what they handled, nor a reporter', () => {
		const both = {
			...PEOPLE.companyHandler,
			memberships: [...PEOPLE.companyHandler.memberships, ...PEOPLE.verifier.memberships, ...PEOPLE.caller.memberships]
		};
		expect(mayDo(both, 'pass', STORIES.verifying().facts).ok).toBe(false);
		expect(mayDo(both, 'call', STORIES.callingBack().facts).ok).toBe(false);
		const own = STORIES.callingBack().facts;
		expect(mayDo(both, 'answer', { ...own, reporterId: both.personId })).toMatchObject({
			refusal: { code: 'cases.own-work' }
		});
	});

	it('the leader of a company in the community is no leader of its desk', () => {
		expect(mayDo({ ...PEOPLE.companyLeader }, 'dispatch', STORIES.accepted().facts).ok).toBe(false);
		const posing = {
			...PEOPLE.companyLeader,
			memberships: [{ ...PEOPLE.companyLeader.memberships[0]!, role: 'dispatcher' as const }]
		};
		expect(mayDo(posing, 'dispatch', STORIES.accepted().facts).ok).toBe(false);
	});

	it('a body complained about neither handles nor sees the complaint', () => {
		const story = STORIES.submitted({ against: { organisationId: 'committee', level: 'micro' } });
		const twoHats = {
			...PEOPLE.streetDispatcher,
			memberships: [...PEOPLE.streetDispatcher.memberships, ...PEOPLE.communityDispatcher.memberships]
		};
		expect(whoMay('accept', story)).toEqual(['streetDispatcher']);
		expect(mayDo(twoHats, 'accept', story.facts).ok).toBe(false);
		expect(maySee(PEOPLE.communityDispatcher, story.facts).ok).toBe(false);
		expect(maySee(PEOPLE.communityLeader, story.facts).ok).toBe(false);
		expect(maySee(PEOPLE.streetDispatcher, story.facts).ok).toBe(true);
	});

	it('a reporter who withdrew has no more say', () => {
		const facts = { ...STORIES.callingBack().facts, publicInterest: true };
		expect(mayDo(PEOPLE.reporter, 'answer', facts).ok).toBe(false);
		expect(maySee(PEOPLE.reporter, facts).ok).toBe(true);
	});
});

describe('who sees', () => {
	const seers = ({ facts }: Story) => names.filter((name) => maySee(PEOPLE[name], facts).ok);
	it('the case: its reporter, the desks over it, and the unit that has it', () => {
		expect(seers(STORIES.handling()).sort()).toEqual(
			[
				'caller',
				'communityDispatcher',
				'communityLeader',
				'companyHandler',
				'companyLeader',
				'districtDispatcher',
				'districtLeader',
				'gridWorker',
				'reporter',
				'streetDispatcher',
				'streetLeader',
				'verifier'
			].sort()
		);
	});

	it('the reporter: never the handler, unless the reporter allows it', () => {
		const story = STORIES.handling();
		expect(maySeeReporter(PEOPLE.companyHandler, story.facts)).toBe(false);
		expect(maySeeReporter(PEOPLE.companyHandler, { ...story.facts, reporterShownToHandler: true })).toBe(true);
		expect(maySeeReporter(PEOPLE.communityDispatcher, story.facts)).toBe(true);
		expect(maySeeReporter(PEOPLE.caller, story.facts)).toBe(true);
		expect(maySeeReporter(PEOPLE.verifier, story.facts)).toBe(false);
		expect(maySeeReporter(PEOPLE.reporter, story.facts)).toBe(true);
		expect(maySeeReporter(null, story.facts)).toBe(false);
		const deskAndHandler = {
			...PEOPLE.communityDispatcher,
			memberships: [...PEOPLE.communityDispatcher.memberships, ...PEOPLE.companyHandler.memberships]
		};
		expect(maySeeReporter(deskAndHandler, story.facts)).toBe(false);
	});
});

describe('what is offered', () => {
	it('is what policy and state both allow', () => {
		const { facts, now } = STORIES.handling();
		expect(offeredActs(PEOPLE.companyHandler, facts, now)).toEqual([
			'ask-reporter',
			'ask-extension',
			'escalate',
			'finish'
		]);
		expect(offeredActs(PEOPLE.reporter, facts, now)).toEqual(['withdraw']);
		expect(offeredActs(PEOPLE.neighbour, facts, now)).toEqual([]);
		expect(offeredActs(null, facts, now)).toEqual([]);
	});

	it('leaves out what a guard forbids', () => {
		const waited = go(STORIES.waiting(), { act: 'reply', answer: '二单元' });
		expect(offeredActs(PEOPLE.companyHandler, waited.facts, waited.now)).not.toContain('ask-reporter');
		expect(offeredActs(PEOPLE.cityHandler, STORIES.large().facts, waited.now)).not.toContain('escalate');
	});
});

it('reads areas from the community’s code', () => {
	expect(COMMUNITY.startsWith(CITY_TEAM.areaCode)).toBe(true);
});
