import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { auditEntry, clock, ownership, rollEntry, unit, vote } from '#lib/server/db/schema/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { newId } from '#lib/server/platform/ids.ts';
import {
	announceVote,
	annulVote,
	answerObjection,
	cancelVote,
	castBallot,
	draftVote,
	editDraft,
	listVotes,
	objectToVote,
	registerVotes,
	voteDetail,
	voteRecord,
	votesAwaiting
} from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { CLOSES, draft, expectOk, OPENS, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
let owners: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('居委召集人', 'residents-committee', 'convener');
	owners = await town.appoint('业委召集人', 'owners-committee', 'convener');
});

const detail = async (actor: Person | null, id: string) => expectOk(await voteDetail(data.as(actor), id));
const state = async (id: string) => (await data.db.select().from(vote).where(eq(vote.id, id)))[0]!;
const acts = async () =>
	(await data.db.select().from(auditEntry).orderBy(auditEntry.id)).map((a) => a.act).filter((a) => a !== 'votes.cast');
async function castAll(voteId: string, people: [Person, string][]) {
	for (const [person, choice] of people) {
		for (const { id: entryId } of (await detail(person, voteId)).own) {
			expectOk(await castBallot(data.as(person), { voteId, entryId, choice }));
		}
	}
}

const input = (changes: object) => ({
	organisationId: committee.memberships[0]!.organisationId,
	preset: 'residents-meeting-2026',
	scope: { kind: 'community' as const, id: null },
	title: 't',
	question: 'q',
	background: '',
	opensAt: OPENS,
	closesAt: CLOSES,
	extensionHours: null,
	meetingId: null,
	agendaItemId: null,
	...changes
});

describe('drafting', () => {
	beforeEach(() => data.travelTo('2026-11-19T09:00:00+08:00'));

	test.each([
		['an owners’ rule by the residents’ committee', { preset: 'owners-special' }, 'votes.preset-not-yours'],
		['a law no longer in force', { preset: 'residents-meeting' }, 'votes.preset-not-yours'],
		['a property area elsewhere', { scope: { kind: 'property-area', id: newId() } }, 'votes.scope-elsewhere'],
		['a building elsewhere', { scope: { kind: 'building', id: newId() } }, 'votes.scope-elsewhere'],
		['an agenda item elsewhere', { meetingId: newId(), agendaItemId: newId() }, 'votes.agenda-item-elsewhere'],
		['an end before its opening', { opensAt: CLOSES, closesAt: OPENS }, 'votes.closes-before-it-opens'],
		['another organisation', { organisationId: newId() }, 'votes.not-the-convener']
	])('%s is refused', async (_, changes, code) => {
		expect(await draftVote(data.as(committee), input(changes))).toMatchObject({ refusal: { code } });
		expect(await data.db.select().from(vote)).toEqual([]);
	});

	test('owners never vote over a whole community', async () => {
		const changes = { organisationId: owners.memberships[0]!.organisationId, preset: 'owners-special' };
		expect(await draftVote(data.as(owners), input(changes))).toMatchObject({
			refusal: { code: 'votes.scope-elsewhere' }
		});
	});

	test('only its convener sees, changes and announces a draft', async () => {
		const id = await draft(data, town, committee);
		expect(await voteDetail(data.as(owners), id)).toMatchObject({ refusal: { code: 'votes.not-found' } });
		expect(await listVotes(data.as(null), town.communityId)).toEqual([]);
		expect(await announceVote(data.as(owners), id)).toMatchObject({ refusal: { code: 'votes.not-found' } });
		expectOk(await editDraft(data.as(committee), id, input({ title: '新题目' })));
		expect((await detail(committee, id)).title).toBe('新题目');
	});
});

describe('announcing', () => {
	test('freezes everything under φ, in the database too', async () => {
		const id = await draft(data, town, committee);
		expectOk(await announceVote(data.as(committee), id));
		const seen = await detail(null, id);
		expect(seen.phi).toMatch(/^[0-9a-f]{64}$/);
		expect(seen.effect).toBe('unverified');
		await expect(data.sql`update vote set question = 'x' where id = ${id}`).rejects.toThrow('is announced');
		expect(await editDraft(data.as(committee), id, input({}))).toMatchObject({
			refusal: { code: 'votes.not-in-this-state' }
		});
	});

	test('not with an opening in the past', async () => {
		const id = await draft(data, town, committee);
		await data.travelTo(OPENS);
		expect(await announceVote(data.as(committee), id)).toMatchObject({
			refusal: { code: 'votes.opens-in-the-past', field: 'opensAt' }
		});
		expect((await state(id)).state).toBe('draft');
		expect(await data.db.select().from(rollEntry)).toEqual([]);
	});

	test('a cancelled vote never opens', async () => {
		const id = await draft(data, town, committee);
		expectOk(await announceVote(data.as(committee), id));
		expectOk(await cancelVote(data.as(committee), id, '改期'));
		await data.travelTo(CLOSES);
		expect(await sweepClocks(data)).toBe(0);
		expect(await state(id)).toMatchObject({ state: 'cancelled', reason: '改期' });
	});
});

describe('the roll of owners', () => {
	test('one entry an owner set, the developer one, unknown owners each their own', async () => {
		const zhao = await town.resident('赵一', 0, { owner: true });
		const ownToo = (index: number, person: Person) =>
			data.db.insert(ownership).values({
				id: newId(),
				communityId: town.communityId,
				unitId: town.homes[index]!.unitId,
				personId: person.personId,
				state: 'approved'
			});
		await ownToo(1, zhao);
		const sun = await town.resident('孙二', 2, { owner: true });
		await ownToo(2, zhao);
		for (const index of [3, 4]) {
			await data.db.update(unit).set({ developer: true }).where(eq(unit.id, town.homes[index]!.unitId));
		}
		const id = await draft(data, town, owners);
		expectOk(await announceVote(data.as(owners), id));
		const entries = await data.db.select().from(rollEntry);
		expect(entries.map((e) => [e.label, e.areaCenti, e.developer]).sort()).toEqual([
			['1号楼1单元101、1号楼1单元201 赵○', 20_000n, false],
			['1号楼1单元301 赵○等2人', 10_000n, false],
			['1号楼1单元401、1号楼1单元501 建设单位', 20_000n, true],
			['1号楼1单元601', 10_000n, false]
		]);
		expect((await detail(zhao, id)).own).toHaveLength(2);
		expect((await detail(sun, id)).own).toHaveLength(1);
		expect((await detail(owners, id)).own).toEqual([]);
	});

	test('who is approved between announcement and opening is on it; later no more', async () => {
		const id = await draft(data, town, owners);
		expectOk(await announceVote(data.as(owners), id));
		const early = await town.resident('早', 0, { owner: true });
		await data.travelTo(OPENS);
		await sweepClocks(data);
		const late = await town.resident('晚', 1, { owner: true });
		expect((await detail(early, id)).own).toHaveLength(1);
		expect((await detail(late, id)).own).toEqual([]);
	});
});

describe('opening and closing by themselves', () => {
	test('on time, to the result, with a record that verifies in both views', async () => {
		const people = await Promise.all([0, 1, 2, 3, 4].map((i) => town.resident(`业主${i}`, i, { owner: true })));
		const id = await openVote(data, town, owners);
		expect((await state(id)).state).toBe('open');
		await castAll(id, [
			[people[0]!, 'for'],
			[people[1]!, 'for'],
			[people[2]!, 'for']
		]);
		const [heads, area] = (await detail(null, id)).turnout!;
		expect(heads).toMatchObject({ value: '3', total: '6', needed: '4', missing: '1' });
		expect(area).toMatchObject({ value: '300.00', needed: '400.00', missing: '100.00' });
		await castAll(id, [[people[3]!, 'against']]);

		await data.travelTo(new Date(CLOSES.getTime() - 1000));
		expect(await sweepClocks(data)).toBe(0);
		await data.travelTo(CLOSES);
		expect(await sweepClocks(data)).toBe(1);
		const seen = await detail(null, id);
		expect(seen).toMatchObject({ state: 'published', outcome: 'passed', effect: 'binding' });
		expect(seen.result).toMatchObject({ shares: { for: 3, against: 1, abstain: 0 } });
		expect(await acts()).toEqual(['votes.draft', 'votes.announce', 'votes.open', 'votes.close', 'votes.publish']);

		for (const [actor, view] of [
			[null, 'public'],
			[people[4]!, 'full']
		] as const) {
			const record = expectOk(await voteRecord(data.as(actor), id, view));
			const { holds, checks } = await verifyRecord(canonicalJson(record), seen.result!.publicKey);
			expect(checks.filter((c) => c.result === 'fails')).toEqual([]);
			expect(holds).toBe(true);
		}
		const visitor = await voteRecord(data.as(null), id, 'full');
		expect(visitor).toMatchObject({ refusal: { code: 'votes.roll-members-only' } });
		expect(canonicalJson(expectOk(await voteRecord(data.as(null), id, 'public')))).not.toContain('1号楼1单元');
	});

	test('after a downtime over both moments: once each, in order', async () => {
		const id = await draft(data, town, committee);
		expectOk(await announceVote(data.as(committee), id));
		await data.travelTo(new Date(CLOSES.getTime() + 5 * 86_400_000));
		expect(await sweepClocks(data)).toBe(2);
		expect(await sweepClocks(data)).toBe(0);
		expect(await state(id)).toMatchObject({ state: 'published', outcome: 'no-quorum', closedAt: CLOSES });
		expect((await acts()).filter((a) => a !== 'votes.draft' && a !== 'votes.announce')).toEqual([
			'votes.open',
			'votes.close',
			'votes.publish'
		]);
	});

	test('two processes that sweep at once open and close once', async () => {
		const id = await draft(data, town, committee);
		expectOk(await announceVote(data.as(committee), id));
		await data.travelTo(CLOSES);
		await Promise.all(Array.from({ length: 6 }, () => sweepClocks(data)));
		await sweepClocks(data);
		expect((await acts()).filter((a) => a === 'votes.publish')).toHaveLength(1);
		expect((await data.db.select().from(clock)).every((c) => c.firedAt && !c.failures)).toBe(true);
	});

	test('announced beforehand, it extends once when participation fails', async () => {
		const person = await town.resident('甲', 0);
		const id = await openVote(data, town, committee, { extensionHours: 48 });
		await data.travelTo(CLOSES);
		await sweepClocks(data);
		const extended = new Date(CLOSES.getTime() + 48 * 3_600_000);
		expect(await detail(null, id)).toMatchObject({ state: 'open', closesAt: extended });
		await castAll(id, [[person, 'for']]);
		await data.travelTo(extended);
		await sweepClocks(data);
		expect(await state(id)).toMatchObject({ state: 'published', outcome: 'no-quorum', closedAt: extended });
	});

	test('with its quorum it does not extend', async () => {
		const people = await Promise.all([0, 1, 2, 3].map((i) => town.resident(`居民${i}`, i)));
		const id = await openVote(data, town, committee, { extensionHours: 48 });
		await castAll(
			id,
			people.map((p) => [p, 'for'])
		);
		await data.travelTo(CLOSES);
		await sweepClocks(data);
		expect(await state(id)).toMatchObject({ state: 'published', outcome: 'passed', extendedTo: null });
	});

	test('co-owners who differ do not count, and are not told before publication', async () => {
		const [one, other] = [await town.resident('一', 0, { owner: true }), await town.resident('二', 0, { owner: true })];
		const id = await openVote(data, town, owners);
		await castAll(id, [
			[one, 'for'],
			[other, 'against']
		]);
		expect((await detail(one, id)).turnout![0]).toMatchObject({ value: '1' });
		await data.travelTo(CLOSES);
		await sweepClocks(data);
		expect((await detail(one, id)).result!.figures).toMatchObject({ conflicts: 1, participants: { count: 0 } });
	});
});

describe('after it', () => {
	test('objections: the roll until the opening, the result within the announced days; each answered once', async () => {
		const person = await town.resident('甲', 0);
		const id = await draft(data, town, committee);
		expectOk(await announceVote(data.as(committee), id));
		expectOk(await objectToVote(data.as(person), id, '少了我家的车库'));
		await data.travelTo(OPENS);
		await sweepClocks(data);
		expect(await objectToVote(data.as(person), id, 'x')).toMatchObject({
			refusal: { code: 'votes.no-objections-now' }
		});
		await data.travelTo(CLOSES);
		await sweepClocks(data);
		expectOk(await objectToVote(data.as(person), id, '请重新计票'));
		expect(await objectToVote(data.as(owners), id, 'x')).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
		const [roll, result] = (await detail(person, id)).objections;
		expect([roll!.about, result!.about]).toEqual(['roll', 'result']);
		expectOk(await answerObjection(data.as(committee), id, { objectionId: result!.id, answer: '已复核' }));
		expect(await answerObjection(data.as(committee), id, { objectionId: result!.id, answer: '再答' })).toMatchObject({
			refusal: { code: 'votes.objection-answered' }
		});
		await data.travelTo(new Date(CLOSES.getTime() + 4 * 86_400_000));
		expect(await objectToVote(data.as(person), id, 'x')).toMatchObject({
			refusal: { code: 'votes.no-objections-now' }
		});
	});

	test('annulled with its reason, by the convener alone', async () => {
		const id = await openVote(data, town, committee);
		expect(await annulVote(data.as(owners), id, 'x')).toMatchObject({ refusal: { code: 'votes.not-the-convener' } });
		expectOk(await annulVote(data.as(committee), id, '名册有误'));
		await data.travelTo(CLOSES);
		await sweepClocks(data);
		expect(await state(id)).toMatchObject({ state: 'annulled', reason: '名册有误', outcome: null });
	});

	test('a resident is reminded of what waits, until the household has voted', async () => {
		const [one, other] = [await town.resident('甲', 0), await town.resident('乙', 0)];
		const id = await openVote(data, town, committee);
		expect((await votesAwaiting(data.as(other))).map((v) => v.id)).toEqual([id]);
		await castAll(id, [[one, 'for']]);
		expect(await votesAwaiting(data.as(other))).toEqual([]);
		expect((await detail(other, id)).own[0]).toMatchObject({ byAnother: true });
	});
});
