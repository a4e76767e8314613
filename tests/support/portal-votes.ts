import { sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { openInstallation } from '#lib/server/platform/installation.ts';
import { announceVote, draftVote } from '#lib/server/votes/index.ts';
import { expectOk } from './votes.ts';

const HOUR = 3_600_000;

/** The database of the portal that browser tests run against; adopted where it runs. Close it after use. */
export async function portalDatabase(dataDir = '.test/portal'): Promise<Database> {
	process.env.DATA_DIR ??= dataDir;
	const { url, close } = await openInstallation();
	const database = openDatabase(url, { max: 2 });
	return { ...database, close: async () => void (await database.close(), await close()) };
}

async function signedInAs(database: Database, login: string): Promise<Person> {
	const [row] = await database.sql<{ id: string }[]>`select person_id as id from credential where login = ${login}`;
	return (await loadActor(database, row!.id))!;
}

/** A vote announced two days ago whose opening has passed: the portal's own sweep opens it within a second. */
export async function plantVote(
	database: Database,
	login: string,
	{ closesAt, ...changes }: { closesAt: Date } & Partial<DraftVote>
): Promise<string> {
	const actor = await signedInAs(database, login);
	const [convener] = actor.memberships.filter((one) => one.role === 'convener');
	const owners = convener!.organisationKind === 'owners-committee';
	const [ground] = await database.sql<{ id: string }[]>`
		select id from property_area where owners_committee_id = ${convener!.organisationId}`;
	return database.db.transaction(async (tx) => {
		await tx.execute(sql`select set_config('gongjian.now', ${new Date(Date.now() - 48 * HOUR).toISOString()}, true)`);
		const ctx = { database: { ...database, db: tx }, actor };
		const { id } = expectOk(
			await draftVote(ctx, {
				organisationId: convener!.organisationId,
				preset: owners ? 'owners-special' : 'residents-meeting-2026',
				scope: owners ? { kind: 'property-area', id: ground!.id } : { kind: 'community', id: null },
				title: '加装电梯',
				question: '加装电梯，您同意吗？',
				background: '',
				opensAt: new Date(Date.now() - HOUR),
				closesAt,
				extensionHours: null,
				meetingId: null,
				agendaItemId: null,
				...changes
			})
		);
		expectOk(await announceVote(ctx, id));
		return id;
	});
}
