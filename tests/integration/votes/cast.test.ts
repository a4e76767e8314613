import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { eq, isNull, and } from 'drizzle-orm';
import { auditEntry, ballot, household, outbox, rollEntry } from '#lib/server/db/schema/index.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { announceVote, castBallot, registerVotes, voteDetail, voteRecord } from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { CLOSES, draft, expectOk, OPENS, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
});

const entriesOf = async (person: Person, voteId: string) =>
	expectOk(await voteDetail(data.as(person), voteId)).own.map((e) => e.id);
const cast = async (person: Person, voteId: string, choice = 'for') =>
	castBallot(data.as(person), { voteId, entryId: (await entriesOf(person, voteId))[0]!, choice });
const ballots = () => data.db.select().from(ballot);
const standing = () => data.db.select().from(ballot).where(isNull(ballot.replacedAt));

describe('one entry counts once', () => {
	test.each([50, 200])('%i parallel casts of one entry', async (many) => {
		const family = [await town.resident('甲', 0), await town.resident('乙', 0)];
		const voteId = await openVote(data, town, committee);
		const [entryId] = await entriesOf(family[0]!, voteId);
		const wide = openDatabase(data.url, { max: 25 });
		try {
			const results = await Promise.all(
				Array.from({ length: many }, (_, i) =>
					castBallot(
						{ database: wide, actor: family[i % 2]! },
						{ voteId, entryId: entryId!, choice: i % 3 ? 'for' : 'against' }
					)
				)
			);
			expect(results.every((r) => r.ok)).toBe(true);
		} finally {
			await wide.close();
		}
		expect(await ballots()).toHaveLength(many);
		const [last, ...others] = await standing();
		expect(others).toEqual([]);
		const latest = (await ballots()).reduce((a, b) => (a.castAt >= b.castAt ? a : b));
		expect(last!.castAt).toEqual(latest.castAt);
		const audits = await data.db.select().from(auditEntry).where(eq(auditEntry.act, 'votes.cast'));
		expect(audits).toHaveLength(many);

		await data.travelTo(CLOSES);
		await sweepClocks(data);
		const record = expectOk(await voteRecord(data.as(null), voteId, 'public'));
		if (record.view === 'secret') throw new Error('an open vote');
		expect(record.statement.figures.participants.count).toBe(1);
		expect(record.statement.figures[last!.choice[0] as 'for' | 'against'].count).toBe(1);
	});

	test('of a household the last ballot of any adult counts, until a representative is named', async () => {
		const [parent, child, minor] = [
			await town.resident('母', 1),
			await town.resident('子', 1),
			await town.resident('孙', 1, { adult: false })
		];
		const voteId = await openVote(data, town, committee);
		expectOk(await cast(parent, voteId, 'for'));
		expectOk(await cast(child, voteId, 'against'));
		expect(await entriesOf(minor, voteId)).toEqual([]);
		expect((await standing()).map((b) => b.choice)).toEqual([['against']]);

		const [entryId] = await entriesOf(child, voteId);
		await data.db
			.update(household)
			.set({ representativeId: parent.personId })
			.where(eq(household.id, town.homes[1]!.householdId));
		expect(await castBallot(data.as(child), { voteId, entryId: entryId!, choice: 'for' })).toMatchObject({
			refusal: { code: 'votes.not-on-the-roll' }
		});
		expectOk(await cast(parent, voteId, 'abstain'));
		expect((await standing()).map((b) => b.choice)).toEqual([['abstain']]);
	});

	test('who moves in with an account while the vote is open can vote for the household', async () => {
		const voteId = await openVote(data, town, committee);
		const late = await town.resident('新来', 2);
		expectOk(await cast(late, voteId));
		expect(await standing()).toHaveLength(1);
	});

	test('replaced ballots are kept, and none is ever changed or removed', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await openVote(data, town, committee);
		expectOk(await cast(person, voteId, 'for'));
		expectOk(await cast(person, voteId, 'against'));
		const kept = await ballots();
		expect(kept.map((b) => [b.choice[0], b.replacedAt !== null]).sort()).toEqual([
			['against', false],
			['for', true]
		]);
		const last = kept.find((b) => b.replacedAt === null)!;
		await expect(data.sql`update ballot set choice = '["for"]' where id = ${last.id}`).rejects.toThrow(
			'only ever replaced'
		);
		await expect(data.sql`delete from ballot where id = ${last.id}`).rejects.toThrow('only ever replaced');
	});
});

describe('who and what', () => {
	test('nobody casts for another’s entry, signed in or not', async () => {
		const [own, other] = [await town.resident('甲', 0), await town.resident('乙', 1)];
		const voteId = await openVote(data, town, committee);
		const [entryId] = await entriesOf(own, voteId);
		for (const actor of [other, committee]) {
			expect(await castBallot(data.as(actor), { voteId, entryId: entryId!, choice: 'for' })).toMatchObject({
				refusal: { code: 'votes.not-on-the-roll' }
			});
		}
		expect(await castBallot(data.as(null), { voteId, entryId: entryId!, choice: 'for' })).toMatchObject({
			refusal: { code: 'votes.sign-in-to-vote' }
		});
		expect(await ballots()).toEqual([]);
	});

	test('an entry of one vote is worth nothing in another', async () => {
		const person = await town.resident('甲', 0);
		const first = await openVote(data, town, committee);
		const second = await openVote(data, town, committee, { title: '另一件事' });
		const [entryId] = await entriesOf(person, first);
		expect(await castBallot(data.as(person), { voteId: second, entryId: entryId!, choice: 'for' })).toMatchObject({
			refusal: { code: 'votes.not-on-the-roll' }
		});
	});

	test.each(['spoiled', 'yes', '', '["for"]'])('%j is no option', async (choice) => {
		const person = await town.resident('甲', 0);
		const voteId = await openVote(data, town, committee);
		expect(await cast(person, voteId, choice)).toMatchObject({ refusal: { code: 'votes.no-such-option' } });
		expect(await ballots()).toEqual([]);
	});
});

describe('hours', () => {
	test('refused before the opening', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await draft(data, town, committee);
		expectOk(await announceVote(data.as(committee), voteId));
		expect(await cast(person, voteId)).toMatchObject({ refusal: { code: 'votes.not-open-yet' } });
	});

	test('refused from the end on, also before the sweep has come by', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await openVote(data, town, committee);
		await data.travelTo(CLOSES);
		expect(await cast(person, voteId)).toMatchObject({ refusal: { code: 'votes.closed' } });
		await sweepClocks(data);
		expect(await cast(person, voteId)).toMatchObject({ refusal: { code: 'votes.closed' } });
	});

	test('at the closing instant a cast is either in and acknowledged, or refused', async () => {
		const people = await Promise.all([0, 1, 2, 3, 4, 5].map((home) => town.resident(`居民${home}`, home)));
		const voteId = await openVote(data, town, committee);
		const entries = await Promise.all(people.map(async (p) => (await entriesOf(p, voteId))[0]!));
		await data.travelTo(new Date(CLOSES.getTime() - 150));
		const wide = openDatabase(data.url, { max: 12 });
		const acknowledged = new Set<string>();
		try {
			const casting = people.map(async (actor, i) => {
				for (let refused = 0; refused < 5;) {
					const done = await castBallot({ database: wide, actor }, { voteId, entryId: entries[i]!, choice: 'for' });
					if (done.ok) acknowledged.add(entries[i]!);
					else {
						expect(done.refusal.code).toBe('votes.closed');
						refused++;
					}
				}
			});
			const sweeping = (async () => {
				while (!(await sweepClocks(data)));
			})();
			await Promise.all([...casting, sweeping]);
		} finally {
			await wide.close();
		}
		const full = expectOk(await voteRecord(data.as(people[0]!), voteId, 'full'));
		if (full.view !== 'full') throw new Error('not the full view');
		expect(new Set(full.openings.map((o) => o.entry))).toEqual(acknowledged);
		const kept = await data.db
			.select({ entry: ballot.entryId })
			.from(ballot)
			.where(and(isNull(ballot.replacedAt)));
		expect(kept).toHaveLength(acknowledged.size);
	});
});

test('no event, audit row or query tells a choice before publication', async () => {
	const person = await town.resident('甲', 0);
	const neighbour = await town.resident('乙', 1);
	const supervisor = await town.appoint('监督', 'supervisory-committee', 'supervisor');
	const voteId = await openVote(data, town, committee);
	const seen: string[] = [];
	for (const choice of ['for', 'against', 'abstain']) {
		expectOk(await cast(person, voteId, choice));
		const [event] = (await data.db.select().from(outbox).where(eq(outbox.kind, 'turnout'))).slice(-1);
		expect(event!.payload).toEqual({});
		const views = await Promise.all(
			[null, person, neighbour, committee, supervisor].map((actor) => voteDetail(data.as(actor), voteId))
		);
		for (const view of views) expect(expectOk(view).result).toBeNull();
		seen.push(
			JSON.stringify(views, (key, value: unknown) => (key === 'votedAt' ? '' : typeof value === 'bigint' ? '' : value))
		);
		for (const view of ['public', 'full'] as const) {
			for (const actor of [null, person, committee, supervisor]) {
				expect(await voteRecord(data.as(actor), voteId, view)).toMatchObject({
					refusal: { code: 'votes.not-published-yet' }
				});
			}
		}
	}
	// what everybody sees is the same whatever was chosen
	expect(new Set(seen).size).toBe(1);
	const audits = await data.db.select().from(auditEntry).where(eq(auditEntry.act, 'votes.cast'));
	const entries = await data.db.select().from(rollEntry);
	for (const { data: facts } of audits) expect(Object.keys(facts)).toEqual(['entry']);
	expect(entries.length).toBe(6);
	expect(OPENS < CLOSES).toBe(true);
});
