import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { vote } from '#lib/server/db/schema/index.ts';
import { announceVote, registerVotes } from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { draft } from '../../support/votes.ts';

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
});
