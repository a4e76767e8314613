import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { household } from '#lib/server/db/schema/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import {
	announceVote,
	castBallot,
	receivePaper,
	registerVotes,
	rollPage,
	voteDetail
} from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { draft, expectOk, OPENS, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
let resident: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
	resident = await town.resident('甲', 0);
});

const all = { asked: '', page: 1, absent: false };
const roll = (who: Person | null, id: string, asked: Partial<typeof all> = {}) =>
	rollPage(data.as(who), id, { ...all, ...asked });

test('lies open from the announcement on for those on it, and what is put right until the opening is written down', async () => {
	const id = await draft(data, town, committee);
	expectOk(await announceVote(data.as(committee), id));
	const open = expectOk(await roll(resident, id));
	expect(open).toMatchObject({ total: 6, rollHash: null, corrections: [], mayAsk: { all: true, absent: false } });
	expect(expectOk(await roll(resident, id, { asked: '1单元301' })).entries).toHaveLength(1);
	const stranger = await town.appoint('物业', 'property-company', 'delegate');
	for (const who of [null, stranger]) {
		expect(await roll(who, id)).toMatchObject({ refusal: { code: 'votes.roll-members-only' } });
	}

	await data.db.update(household).set({ headName: '改名' }).where(eq(household.id, town.homes[1]!.householdId));
	await data.db.update(household).set({ endedAt: OPENS }).where(eq(household.id, town.homes[2]!.householdId));
	await data.travelTo(OPENS);
	await sweepClocks(data);
	const { corrections, total, rollHash } = expectOk(await roll(resident, id));
	expect(total).toBe(5);
	expect(rollHash).toBe(expectOk(await voteDetail(data.as(null), id)).rollHash);
	expect(corrections).toHaveLength(2);
	expect(corrections.find(({ now }) => now?.includes('改'))?.was).toContain('1单元201');
	expect(corrections.find(({ now }) => now === null)?.was).toContain('1单元301');
});

test('who has not voted is told to those the preset names, without a word of choices', async () => {
	const worker = await town.appoint('网格员', 'residents-committee', 'grid-worker');
	const clerk = await town.appoint('窗口', 'service-station', 'entry-clerk');
	const id = await openVote(data, town, committee, { paper: true });
	const [own] = expectOk(await voteDetail(data.as(resident), id)).own;
	expectOk(await castBallot(data.as(resident), { voteId: id, entryId: own!.id, choice: 'against' }));
	const other = expectOk(await roll(committee, id, { asked: '1单元201' })).entries[0]!;
	expectOk(await receivePaper(data.as(clerk), id, other.id));
	for (const who of [committee, worker]) {
		const absent = expectOk(await roll(who, id, { absent: true }));
		expect(absent.total).toBe(4);
		expect(JSON.stringify(absent)).not.toMatch(/against/);
	}
	for (const who of [resident, clerk, null]) {
		expect(await roll(who, id, { absent: true })).toMatchObject({ refusal: { code: 'votes.absent-not-shown' } });
	}
});
