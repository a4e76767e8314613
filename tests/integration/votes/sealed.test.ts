import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { sealKey } from '#lib/server/db/schema/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { annulVote, castBallot, registerVotes, voteDetail, voteRecord } from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { CLOSES, expectOk, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
let voters: Person[];
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
	voters = await Promise.all(Array.from({ length: 5 }, (_, home) => town.resident(`居民${home}`, home)));
});

const open = (changes = {}) => openVote(data, town, committee, { secrecy: 'sealed', ...changes });
async function cast(person: Person, voteId: string, choice: string) {
	const { own } = expectOk(await voteDetail(data.as(person), voteId));
	return castBallot(data.as(person), { voteId, entryId: own[0]!.id, choice });
}
const key = async () => (await data.db.select().from(sealKey))[0]!;

/** Every row of every table, as a dump has it. */
async function dump(): Promise<string> {
	const tables = await data.sql<{ name: string }[]>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
	const texts = await Promise.all(
		tables.map(async ({ name }) => {
			const [row] = await data.sql<{ rows: string }[]>`
				select coalesce(string_agg(t::text, ' '), '') as rows from ${data.sql.unsafe(name)} t`;
			return row!.rows;
		})
	);
	return texts.join('\n');
}

/** 3 for, 1 against; one changes from against to for. */
async function fourVote(voteId: string) {
	expectOk(await cast(voters[0]!, voteId, 'against'));
	for (const [i, choice] of ['for', 'for', 'against', 'for'].entries())
		expectOk(await cast(voters[i]!, voteId, choice));
}

describe('until the end', () => {
	test('nothing in the database tells a choice: whoever chooses otherwise leaves the same words there', async () => {
		const voteId = await open();
		const words = async () => (await dump()).match(/\b(for|against|abstain)\b/g)!.length;
		const before = await words();
		await fourVote(voteId);
		expect(await words()).toBe(before);
		const rows = await data.sql<{ choice: string[] }[]>`select choice from ballot`;
		expect(new Set(rows.map((row) => row.choice[0])).size).toBe(5);
		expect(new Set(rows.map((row) => row.choice[0]!.length)).size).toBe(1);
	});

	test('an open vote would leave them there: the same look finds them', async () => {
		const voteId = await open({ secrecy: 'open' });
		const before = (await dump()).match(/\b(for|against|abstain)\b/g)!.length;
		await fourVote(voteId);
		expect((await dump()).match(/\b(for|against|abstain)\b/g)!.length).toBe(before + 5);
	});

	test('what is no option is refused as in any vote, and the database itself takes no bare choice', async () => {
		const voteId = await open();
		expect(await cast(voters[0]!, voteId, 'perhaps')).toMatchObject({ refusal: { code: 'votes.no-such-option' } });
		const { own } = expectOk(await voteDetail(data.as(voters[0]!), voteId));
		await expect(
			data.sql`select cast_ballot(${voteId}, ${own[0]!.id}, ${voters[0]!.personId}, 'for', gen_random_uuid(), '00',
				gen_random_uuid(), gen_random_uuid())`
		).rejects.toThrow('a choice is sealed where the vote is');
	});
});

test('the count opens the last choices, the record verifies in both views, and the key is gone', async () => {
	const voteId = await open();
	await fourVote(voteId);
	expect((await key()).wrappedKey).not.toBeNull();
	await data.travelTo(CLOSES);
	await sweepClocks(data);
	expect(expectOk(await voteDetail(data.as(null), voteId)).result).toMatchObject({
		outcome: 'passed',
		figures: { for: { count: 3 }, against: { count: 1 } }
	});
	for (const [view, actor] of [
		['public', null],
		['full', voters[0]!]
	] as const) {
		const record = expectOk(await voteRecord(data.as(actor), voteId, view));
		expect((await verifyRecord(canonicalJson(record))).holds, view).toBe(true);
	}
	expect((await key()).wrappedKey).toBeNull();
});

test('at an end that moves the choices stay sealed', async () => {
	const voteId = await open({ extensionHours: 24 });
	expectOk(await cast(voters[0]!, voteId, 'for'));
	await data.travelTo(CLOSES);
	await sweepClocks(data);
	expect(expectOk(await voteDetail(data.as(null), voteId))).toMatchObject({ state: 'open', result: null });
	expectOk(await cast(voters[1]!, voteId, 'for'));
	expect((await key()).wrappedKey).not.toBeNull();
});

test('of an annulled vote nobody ever reads a choice', async () => {
	const voteId = await open();
	await fourVote(voteId);
	expectOk(await annulVote(data.as(committee), voteId, '名册有误'));
	expect((await key()).wrappedKey).toBeNull();
});
