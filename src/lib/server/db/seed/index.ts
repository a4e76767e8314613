import { sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { setting } from '../schema/index.ts';
import { appointCitizens } from './appoint-citizens.ts';
import { clearDatabase } from './clear-database.ts';
import { makeCases } from './history/cases/index.ts';
import { closeYear } from './history/close-year.ts';
import { tellDisclosures } from './history/disclosures/index.ts';
import { tellMeetings } from './history/meetings/index.ts';
import { tellProposals } from './history/proposals/index.ts';
import { Telling } from './history/telling.ts';
import { tellVotes } from './history/votes/index.ts';
import { makeAccounts } from './make-accounts.ts';
import { makeHouseholds } from './make-households.ts';
import { makeOwners } from './make-owners.ts';
import { makeParties } from './make-parties.ts';
import { makePlaces } from './make-places.ts';
import { makeRoster } from './make-roster.ts';
import { makeStaff } from './make-staff.ts';
import { emptyWorld, type World } from './world.ts';

export { DEMO_PASSWORD } from './demo-password.ts';

interface Options {
	database: Database;
	/** Any moment of the day that becomes day 0 (in Asia/Shanghai). */
	now: Date;
	/** Empties the database first; without it a database that is filled stays as it is. */
	reset?: boolean;
	log?: (sentence: string) => void;
}

/** Two seedings at once: the second waits, then finds the demo there. */
const LOCK = 8_154_003;

type Step = readonly [sentence: string, step: (world: World) => Promise<void>];

/** Who is there and what belongs to whom. */
export const GROUNDWORK: readonly Step[] = [
	['Laying out the district', makePlaces],
	['Founding the parties', makeParties],
	['Appointing staff', makeStaff],
	['Moving in the households', makeHouseholds],
	['Entering the owners', makeOwners],
	['Appointing representatives', appointCitizens],
	['Opening the accounts', makeAccounts],
	['Posting the roster', makeRoster]
];

/** What they have done in the year before day 0, and what is under way. */
const PAST_YEAR: readonly Step[] = [
	['Telling a year of cases', makeCases],
	['Holding a year of meetings', (world) => Telling.of(world, (telling) => tellMeetings(world, telling))],
	['Counting a year of votes', (world) => Telling.of(world, (telling) => tellVotes(world, telling))],
	['Gathering support for proposals', (world) => Telling.of(world, (telling) => tellProposals(world, telling))],
	['Publishing a year of disclosures', (world) => Telling.of(world, (telling) => tellDisclosures(world, telling))],
	['Writing the year down', (world) => world.history.write(world)],
	['Closing the year', closeYear]
];

/**
 * Fills the database with the demo district, in one transaction: all of it or nothing. The same day and database
 * secret give the same rows. Answers whether it did; a database that already holds an area is left alone.
 */
export async function seedDemo({ database, now, reset = false, log = () => {} }: Options): Promise<boolean> {
	return await database.db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
		if (reset) await clearDatabase(tx);
		else if ((await tx.execute(sql`select from area limit 1`)).length > 0) return false;
		const world = emptyWorld(tx, now);
		for (const [sentence, step] of [...GROUNDWORK, ...PAST_YEAR]) {
			log(sentence);
			await step(world);
		}
		await tx
			.insert(setting)
			.values([
				{ key: 'demo', value: true, updatedAt: world.calendar.at(0) },
				{ key: 'demo-seeded-on', value: world.calendar.date(0), updatedAt: world.calendar.at(0) }
			])
			.onConflictDoUpdate({
				target: setting.key,
				set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` }
			});
		return true;
	});
}
