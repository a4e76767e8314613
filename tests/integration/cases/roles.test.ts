import { beforeAll, expect, test } from 'vitest';
import type { AdvanceInput } from '#lib/domain/cases/advance.schema.ts';
import { ACTS } from '#lib/domain/cases/transitions.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { ACCEPT, photo, plantCaseDesk, type CaseDesk } from '../../support/cases.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let desk: CaseDesk;
type Who = keyof CaseDesk['people'];
type Step = [who: Who, input: AdvanceInput, files?: File[]];

const NOW = '2026-11-24T10:00:00+08:00';
beforeAll(async () => {
	desk = await plantCaseDesk(data);
});

const unit = (kind: keyof CaseDesk['town']['parties']) => desk.town.parties[kind];
const dispatch = (): Step => ['communityDesk', { act: 'dispatch', unit: unit('property-company') }];
const sign: Step = ['company', { act: 'sign' }];
const finish: Step = ['company', { act: 'finish', result: '已清走' }, [photo()]];
const pass: Step = ['verifier', { act: 'pass' }];
const solved: Step = ['resident', { act: 'answer', solved: true, grade: 'satisfied', note: '' }];
const accepted = (): Step[] => [['communityDesk', ACCEPT]];
const dispatched = (): Step[] => [...accepted(), dispatch()];
const handling = (): Step[] => [...dispatched(), sign];
const calling = (): Step[] => [...handling(), finish, pass];
const small = (): Step[] => [
	...handling(),
	['company', { act: 'escalate', reason: 'no-authority', note: '要执法权' }],
	['streetDesk', { act: 'dispatch', unit: unit('dispatched-agency') }],
	['agency', { act: 'sign' }]
];
const large = (): Step[] => [
	...small(),
	['agency', { act: 'escalate', reason: 'owner-unclear', note: '权属不清' }],
	['districtDesk', { act: 'dispatch', unit: unit('dispatched-agency') }],
	['agency', { act: 'sign' }]
];
const extension = (): Step => ['company', { act: 'ask-extension', hours: 5, reason: '等配件' }];

/** The steps before, who may do it (the first does), and what they send. */
const rows: [act: string, before: () => Step[], allowed: Who[], input: () => AdvanceInput, files?: () => File[]][] = [
	['accept', () => [], ['communityDesk', 'secondDesk'], () => ACCEPT],
	[
		'refuse',
		() => [],
		['communityDesk', 'secondDesk'],
		() => ({ act: 'refuse', reason: 'in-court', channel: '向法院反映' })
	],
	[
		'appeal',
		() => [['communityDesk', { act: 'refuse', reason: 'in-court', channel: '向法院反映' }]],
		['resident'],
		() => ({ act: 'appeal', reason: '没有起诉' })
	],
	['reclassify', accepted, ['communityDesk', 'secondDesk'], () => ({ act: 'reclassify', class: 'B', reason: '漏水' })],
	['dispatch', accepted, ['communityDesk', 'secondDesk'], () => dispatch()[1]],
	['refer', accepted, ['communityDesk', 'secondDesk'], () => ({ act: 'refer', reason: '权属不清' })],
	['sign', dispatched, ['company'], () => ({ act: 'sign' })],
	['dispute', dispatched, ['company'], () => ({ act: 'dispute', reason: '不归我们' })],
	[
		'uphold',
		() => [...dispatched(), ['company', { act: 'dispute', reason: '不归我们' }]],
		['streetDesk'],
		() => ({ act: 'uphold', unit: unit('dispatched-agency'), reason: '属实' })
	],
	[
		'overrule',
		() => [...dispatched(), ['company', { act: 'dispute', reason: '不归我们' }]],
		['streetDesk'],
		() => ({ act: 'overrule', reason: '合同写明' })
	],
	['ask-reporter', handling, ['company'], () => ({ act: 'ask-reporter', question: '几单元?', days: 3 })],
	[
		'reply',
		() => [...handling(), ['company', { act: 'ask-reporter', question: '几单元?', days: 3 }]],
		['resident'],
		() => ({ act: 'reply', answer: '二单元' })
	],
	['ask-extension', handling, ['company'], () => extension()[1]],
	[
		'grant-extension',
		() => [...handling(), extension()],
		['companyLeader'],
		() => ({ act: 'grant-extension', note: '' })
	],
	[
		'decline-extension',
		() => [...handling(), extension()],
		['companyLeader'],
		() => ({ act: 'decline-extension', note: '有备件' })
	],
	['escalate', handling, ['company'], () => ({ act: 'escalate', reason: 'several-units', note: '要城管' })],
	[
		'whistle',
		small,
		['streetDesk', 'streetLeader'],
		() => ({ act: 'whistle', departments: [unit('district-centre')], reason: '会商' })
	],
	[
		'send-down',
		small,
		['streetDesk'],
		() => ({ act: 'send-down', unit: unit('residents-committee'), reason: '社区能办' })
	],
	[
		'put-on-account',
		large,
		['districtDesk'],
		() => ({ act: 'put-on-account', reason: 'engineering', note: '等改造', days: 60 })
	],
	[
		'resume',
		() => [...large(), ['districtDesk', { act: 'put-on-account', reason: 'engineering', note: '等改造', days: 60 }]],
		['agency'],
		() => ({ act: 'resume' })
	],
	['finish', handling, ['company'], () => finish[1], () => [photo()]],
	['pass', () => [...handling(), finish], ['verifier'], () => ({ act: 'pass' })],
	['fail', () => [...handling(), finish], ['verifier'], () => ({ act: 'fail', reason: '没清完' })],
	['call', calling, ['caller'], () => ({ act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '' })],
	['answer', calling, ['resident'], () => solved[1]],
	['reopen', () => [...calling(), solved], ['resident'], () => ({ act: 'reopen', reason: '又堆上了' })],
	['withdraw', handling, ['resident'], () => ({ act: 'withdraw' })]
];

test.each(rows)(
	'%s: by its own role and by nobody else',
	{ timeout: 60_000 },
	async (_, before, allowed, input, files) => {
		await data.travelTo(NOW);
		const number = await desk.reported();
		await desk.go(number, ...before());
		const { row } = await desk.look(number);
		for (const who of Object.keys(desk.people) as Who[]) {
			if (allowed.includes(who)) continue;
			const wrong = await desk.advance(who, number, input(), files?.());
			expect([who, wrong.ok]).toEqual([who, false]);
			expect(wrong).toMatchObject({ refusal: { code: expect.stringMatching(/^form\.(forbidden|not-found)$/) } });
		}
		expect((await desk.look(number)).row).toEqual(row);
		await desk.go(number, [allowed[0]!, input(), files?.()]);
		expect((await desk.look(number)).row.revision).toBe(row.revision + 1);
	}
);

test('merge, unmerge and follow: each reporter keeps a call-back of their own', async () => {
	await data.travelTo(NOW);
	const master = await desk.reported();
	await desk.go(master, ...handling());
	const twin = await desk.reported({}, 'neighbour');
	const merge: AdvanceInput = { act: 'merge', master };
	expect(await desk.advance('company', twin, merge)).toMatchObject({ ok: false });
	await desk.go(twin, ['communityDesk', merge], ['communityDesk', { act: 'unmerge' }], ['communityDesk', merge]);
	await desk.go(master, finish, pass);
	const follower = await desk.look(twin);
	expect(follower.row.state).toBe('calling-back');
	expect(follower.entries.at(-1)!.command).toBe('follow');
	await desk.go(twin, ['neighbour', { act: 'answer', solved: false, grade: 'dissatisfied', note: '还在' }]);
	expect((await desk.look(twin)).row).toMatchObject({
		state: 'handling',
		unitOrganisationId: unit('property-company')
	});
	expect((await desk.look(master)).row.state).toBe('calling-back');
});

test('a follower goes back to the desk when its master is withdrawn', async () => {
	await data.travelTo(NOW);
	const master = await desk.reported();
	await desk.go(master, ...accepted());
	const twin = await desk.reported({}, 'neighbour');
	await desk.go(twin, ['communityDesk', { act: 'merge', master }]);
	await desk.go(master, ['resident', { act: 'withdraw' }]);
	expect((await desk.look(twin)).row).toMatchObject({ state: 'submitted', masterId: null });
});

test('report-in, press and the call at expiry', async () => {
	await data.travelTo(NOW);
	const whistled = await desk.reported();
	await desk.go(
		whistled,
		...small().slice(0, -2),
		['streetDesk', { act: 'dispatch', unit: unit('property-company') }],
		['streetDesk', { act: 'whistle', departments: [unit('dispatched-agency')], reason: '会商' }]
	);
	const reportIn: AdvanceInput = { act: 'report-in', department: unit('dispatched-agency') };
	expect(await desk.advance('company', whistled, reportIn)).toMatchObject({ ok: false });
	await desk.go(whistled, ['agency', reportIn]);
	const [row] = await data.sql`select reported_by from whistle where organisation_id = ${unit('dispatched-agency')}`;
	expect(row!.reported_by).toBe(desk.people.agency.personId);

	const late = await desk.reported();
	await desk.go(late, ...handling(), extension(), ['companyLeader', { act: 'grant-extension', note: '' }]);
	const press: AdvanceInput = { act: 'press', note: '还没人来' };
	expect(await desk.advance('resident', late, press)).toMatchObject({ refusal: { code: 'cases.not-due-yet' } });
	await data.travelTo('2026-12-01T11:00:00+08:00');
	await sweepClocks(data);
	const tell: AdvanceInput = { act: 'tell-progress', note: '电话告知' };
	expect(await desk.advance('company', late, tell)).toMatchObject({ refusal: { code: 'form.forbidden' } });
	await desk.go(late, ['caller', tell], ['resident', press]);
	expect((await desk.look(late)).row).toMatchObject({ state: 'accepted', level: 'small' });
});

test('every act of the table is tried', () => {
	const elsewhere = ['submit', 'merge', 'unmerge', 'follow', 'report-in', 'press', 'tell-progress'];
	expect(new Set([...rows.map(([act]) => act), ...elsewhere])).toEqual(new Set(ACTS));
});
