import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { ownership } from '#lib/server/db/schema/index.ts';
import { storePersonSecrets } from '#lib/server/identity/index.ts';
import { notificationsOf } from '#lib/server/notifications/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import {
	announceVote,
	castBallot,
	giveProxy,
	receivePaper,
	registerVotes,
	revokeProxy,
	voteDetail,
	voteRecord
} from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { CLOSES, draft, expectOk, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let convener: Person;
let agent: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	convener = await town.appoint('业委召集人', 'owners-committee', ['convener', 'entry-clerk']);
	agent = await withPhone(await town.resident('吴代理', 5), AGENT_PHONE);
});

const AGENT_PHONE = '13900000001';
async function withPhone(person: Person, phone: string): Promise<Person> {
	await storePersonSecrets(data.db, person.personId, { phone });
	return person;
}
const open = (changes: Partial<DraftVote> = {}) => openVote(data, town, convener, { proxyCap: 2, ...changes });
const owner = (name: string, home: number) => town.resident(name, home, { owner: true });
const detail = async (person: Person, voteId: string) => expectOk(await voteDetail(data.as(person), voteId));
const entryOf = async (person: Person, voteId: string) => (await detail(person, voteId)).own[0]!.id;
async function give(person: Person, voteId: string, agentName = '吴代理', agentPhone = AGENT_PHONE) {
	return giveProxy(data.as(person), voteId, { entry: await entryOf(person, voteId), agentName, agentPhone });
}
const cast = (person: Person, voteId: string, entryId: string, choice = 'for') =>
	castBallot(data.as(person), { voteId, entryId, choice });
async function counted(voteId: string, reader: Person) {
	await data.travelTo(CLOSES);
	await sweepClocks(data);
	const full = expectOk(await voteRecord(data.as(reader), voteId, 'full'));
	if (full.view !== 'full') throw new Error('not the full view');
	expect((await verifyRecord(canonicalJson(full))).holds).toBe(true);
	return full;
}

describe('an agent casts for somebody else', () => {
	test.each(['open', 'sealed'] as const)('by a proxy in writing, told to the agent; %s', async (secrecy) => {
		const principal = await owner('赵', 0);
		const voteId = await open({ secrecy });
		const entry = await entryOf(principal, voteId);
		expect(await cast(agent, voteId, entry)).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
		expectOk(await give(principal, voteId, ' 吴代理 ', '+86 139-0000-0001'));

		const { given } = (await detail(principal, voteId)).proxies!;
		expect(given).toMatchObject([{ agent: '吴代理', castAt: null }]);
		expect(given[0]!.statement).toContain('本人赵（');
		expect(await waitingFor(data.as(principal))).toEqual([]);
		expect(await waitingFor(data.as(agent))).toMatchObject([{ href: expect.stringContaining(voteId) }]);
		expect((await notificationsOf(data.as(agent))).items[0]!.sentence).toContain('赵委托您');
		expect((await detail(agent, voteId)).proxies!.held).toMatchObject([
			{ entryId: entry, principal: '赵', castAt: null }
		]);

		expectOk(await cast(agent, voteId, entry, 'against'));
		expectOk(await cast(agent, voteId, entry, 'for'));
		expect((await detail(principal, voteId)).proxies!.given[0]!.castAt).not.toBeNull();
		expect((await detail(principal, voteId)).own[0]!.votedAt).toBeNull();
		expect(await waitingFor(data.as(agent))).toEqual([]);
		const { statement, openings } = await counted(voteId, principal);
		expect(statement.figures.channels.proxy.count).toBe(1);
		expect(openings).toMatchObject([{ entry, channel: 'proxy', choice: 'for' }]);
	});

	test('never before the opening, when the roll is made anew', async () => {
		const principal = await owner('赵', 0);
		const voteId = await draft(data, town, convener, { proxyCap: 1 });
		expectOk(await announceVote(data.as(convener), voteId));
		expect(await give(principal, voteId)).toMatchObject({ refusal: { code: 'votes.not-open-yet' } });
	});

	test('until the principal votes: then the proxy is over, and the own ballot counts', async () => {
		const principal = await owner('赵', 0);
		const voteId = await open();
		const entry = await entryOf(principal, voteId);
		expectOk(await give(principal, voteId));
		expectOk(await cast(agent, voteId, entry, 'for'));
		expectOk(await cast(principal, voteId, entry, 'against'));
		expect(await cast(agent, voteId, entry, 'for')).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
		expect((await detail(principal, voteId)).proxies!.given).toEqual([]);
		expect(await give(principal, voteId)).toMatchObject({ refusal: { code: 'votes.voted-yourself' } });
		const { statement } = await counted(voteId, principal);
		expect(statement.figures).toMatchObject({ for: { count: 0 }, against: { count: 1 } });
	});

	test('until paper comes in', async () => {
		const principal = await owner('赵', 0);
		const voteId = await open({ paper: true });
		const entry = await entryOf(principal, voteId);
		expectOk(await give(principal, voteId));
		expectOk(await receivePaper(data.as(convener), voteId, entry));
		expect(await cast(agent, voteId, entry)).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
	});

	test('until it is taken back; the next agent’s ballot replaces the last one’s', async () => {
		const principal = await owner('赵', 0);
		const next = await withPhone(await town.resident('郑代理', 4), '13900000002');
		const voteId = await open();
		const entry = await entryOf(principal, voteId);
		expectOk(await give(principal, voteId));
		expectOk(await cast(agent, voteId, entry, 'for'));
		expect(await give(principal, voteId, '郑代理', '13900000002')).toMatchObject({
			refusal: { code: 'votes.proxy-stands' }
		});
		const { id } = (await detail(principal, voteId)).proxies!.given[0]!;
		expect(await revokeProxy(data.as(agent), voteId, id)).toMatchObject({ ok: false });
		expectOk(await revokeProxy(data.as(principal), voteId, id));
		expect(await revokeProxy(data.as(principal), voteId, id)).toMatchObject({
			refusal: { code: 'votes.no-such-proxy' }
		});
		expect(await cast(agent, voteId, entry)).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
		expectOk(await give(principal, voteId, '郑代理', '13900000002'));
		expectOk(await cast(next, voteId, entry, 'against'));
		const { statement } = await counted(voteId, principal);
		expect(statement.figures).toMatchObject({ for: { count: 0 }, against: { count: 1 }, conflicts: 0 });
	});

	test('agents of co-owners who differ do not count', async () => {
		const [one, other] = [await owner('赵', 0), await town.resident('钱', 1)];
		await data.db.insert(ownership).values({
			...{ id: newId(), communityId: town.communityId, unitId: town.homes[0]!.unitId, personId: other.personId },
			...{ state: 'approved', evidence: '登记 2' }
		});
		const second = await withPhone(await town.resident('郑代理', 4), '13900000002');
		const voteId = await open();
		const entry = await entryOf(one, voteId);
		expectOk(await give(one, voteId));
		expectOk(await give(await town.asActor(other.personId), voteId, '郑代理', '13900000002'));
		expectOk(await cast(agent, voteId, entry, 'for'));
		expectOk(await cast(second, voteId, entry, 'against'));
		const { statement } = await counted(voteId, one);
		expect(statement.figures).toMatchObject({ participants: { count: 0 }, conflicts: 1 });
	});
});

describe('the cap', () => {
	test('counts what was taken back, too', async () => {
		const principals = [await owner('赵', 0), await owner('钱', 1), await owner('孙', 2)];
		const voteId = await open();
		for (const principal of principals.slice(0, 2)) expectOk(await give(principal, voteId));
		const { id } = (await detail(principals[0]!, voteId)).proxies!.given[0]!;
		expectOk(await revokeProxy(data.as(principals[0]!), voteId, id));
		expect(await give(principals[2]!, voteId)).toMatchObject({
			refusal: { code: 'votes.proxy-cap', params: { cap: 2 } }
		});
	});

	test('holds when many give at once', async () => {
		const principals = await Promise.all([0, 1, 2, 3, 4].map((home) => owner(`业主${home}`, home)));
		const voteId = await open();
		const entries = await Promise.all(principals.map((principal) => entryOf(principal, voteId)));
		const wide = openDatabase(data.url, { max: 8 });
		try {
			const given = await Promise.all(
				principals.map((actor, i) =>
					giveProxy({ database: wide, actor }, voteId, {
						...{ entry: entries[i]!, agentName: '吴代理', agentPhone: AGENT_PHONE }
					})
				)
			);
			expect(given.filter((one) => one.ok)).toHaveLength(2);
		} finally {
			await wide.close();
		}
		expect((await detail(agent, voteId)).proxies!.held).toHaveLength(2);
	});
});

describe('refused', () => {
	test.each([
		['where none are announced', { proxyCap: 0 }, 'votes.takes-no-proxies'],
		['where nobody said anything of them', { proxyCap: undefined }, 'votes.takes-no-proxies']
	])('%s', async (_, changes, code) => {
		const principal = await owner('赵', 0);
		const voteId = await open(changes as Partial<DraftVote>);
		expect(await give(principal, voteId)).toMatchObject({ refusal: { code } });
		expect((await detail(principal, voteId)).proxies).toBeNull();
	});

	test('for an agent unknown by name and number, and after ten tries for an hour', async () => {
		const principal = await owner('赵', 0);
		const voteId = await open();
		expect(await give(principal, voteId, '吴代理', 'x')).toMatchObject({
			refusal: { code: 'identity.phone-unreadable', field: 'agentPhone' }
		});
		for (let i = 0; i < 10; i++)
			expect(await give(principal, voteId, '吴某')).toMatchObject({ refusal: { code: 'votes.agent-unknown' } });
		expect(await give(principal, voteId)).toMatchObject({ refusal: { code: 'votes.agent-tries' } });
	});

	test('to oneself, to a co-owner, for somebody else’s entry, and after the end', async () => {
		const principal = await withPhone(await owner('赵', 0), '13900000009');
		const neighbour = await owner('钱', 1);
		const voteId = await open();
		expect(await give(principal, voteId, '赵', '13900000009')).toMatchObject({
			refusal: { code: 'votes.agent-on-the-entry' }
		});
		const entry = await entryOf(principal, voteId);
		expect(
			await giveProxy(data.as(neighbour), voteId, { entry, agentName: '吴代理', agentPhone: AGENT_PHONE })
		).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
		expect(
			await giveProxy(data.as(agent), voteId, { entry, agentName: '吴代理', agentPhone: AGENT_PHONE })
		).toMatchObject({ refusal: { code: 'votes.not-on-the-roll' } });
		await data.travelTo(CLOSES);
		expect(await give(principal, voteId)).toMatchObject({ refusal: { code: 'votes.closed' } });
	});
});
