import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { vote } from '#lib/server/db/schema/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { announceVote, registerVotes } from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { draft, expectOk, OPENS } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 14 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
});
const state = async (id: string) => (await data.db.select().from(vote).where(eq(vote.id, id)))[0]!;

describe('what cannot be secret', () => {
	test('a rule that weighs areas', async () => {
		const owners = await town.appoint('业委', 'owners-committee', 'convener');
		await expect(draft(data, town, owners, { secrecy: 'secret' })).rejects.toThrow('votes.secret-counts-heads-only');
	});

	test('a roll of fewer than ten', async () => {
		await data.sql`update household set ended_at = app_now() where id <> all(${town.homes.slice(0, 9).map((h) => h.householdId)})`;
		const id = await draft(data, town, committee, { secrecy: 'secret' });
		expect(await announceVote(data.as(committee), id)).toMatchObject({ refusal: { code: 'votes.secret-needs-ten' } });
		expect((await state(id)).state).toBe('draft');
	});

	test('a roll that has fallen below ten by the opening: it is called off, with the reason', async () => {
		const id = await draft(data, town, committee, { secrecy: 'secret' });
		expectOk(await announceVote(data.as(committee), id));
		await data.sql`update household set ended_at = app_now() where id <> all(${town.homes.slice(0, 9).map((h) => h.householdId)})`;
		await data.travelTo(OPENS);
		await sweepClocks(data);
		expect(await state(id)).toMatchObject({ state: 'cancelled', reason: expect.stringContaining('只有 9 户') });
		const [key] = await data.sql`select wrapped_key from secret_vote where vote_id = ${id}`;
		expect(key!.wrapped_key).toBeNull();
	});
});
