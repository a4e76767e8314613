import { expect, test } from 'vitest';
import { clearDatabase } from '#lib/server/db/seed/clear-database.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();

test('tables that came into being with a secret vote go with it, so that the demo can be told again', async () => {
	const id = newId();
	const prepare = () => data.sql`select prepare_secret_vote(${id})`;
	const ofVotes = () =>
		data.sql`select from pg_inherits where inhparent in ('secret_draw'::regclass, 'secret_ballot'::regclass)`;
	await prepare();
	expect(await ofVotes()).toHaveLength(2);
	await clearDatabase(data.db);
	expect(await ofVotes()).toHaveLength(0);
	await prepare();
});
