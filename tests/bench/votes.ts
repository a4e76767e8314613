import { randomBytes, randomUUID } from 'node:crypto';
import { MANIFEST, KEY } from '#lib/domain/votes/record.fixture.ts';
import { buildRecord } from '#lib/domain/votes/record.ts';
import type { Database } from '#lib/server/db/client.ts';
import { household, person, residency, unit } from '#lib/server/db/schema/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { castBallot, registerVotes } from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../support/community.ts';
import { expectOk, openVote } from '../support/votes.ts';
import { onDatabase } from './database.ts';
import { atLeast, atMost, median, rate, type Figure } from './figure.ts';

const VOTERS = 10_000;
const ROUNDS = 3;
const SECONDS = 3;

/** Ballots a second with eligibility, uniqueness, audit and news, beside bare single-row inserts; tally and record. */
export async function run(): Promise<Figure[]> {
	process.env.GONGJIAN_SECRET ??= randomBytes(32).toString('hex');
	return [...(await casting()), ...(await records())];
}

const casting = (): Promise<Figure[]> =>
	onDatabase(async (database) => [...(await compare(database, 'open')), ...(await compare(database, 'sealed'))]);

let town: Town;

async function compare(database: Database, secrecy: 'open' | 'sealed'): Promise<Figure[]> {
	const { sql } = database;
	const data = {
		...database,
		as: (actor: Parameters<typeof openVote>[2] | null) => ({ database, actor }),
		travelTo: async (instant: Date | string) => {
			const offset = new Date(instant).getTime() - Date.now();
			await sql`insert into app_clock (one, offset_ms) values (true, ${offset}) on conflict (one) do update set offset_ms = excluded.offset_ms`;
		}
	};
	if (secrecy === 'open') {
		registerVotes();
		town = await plantCommunity(database, { units: 2 });
		await settle(database, town);
		await sql`create table bare (id uuid primary key, body jsonb not null, at timestamptz not null)`;
	}
	const committee = await town.appoint('召集人', 'residents-committee', 'convener');
	const voteId = await openVote(data, town, committee, { secrecy });
	const voters = await sql<{ entry: string; person: string }[]>`
		select entry_id as entry, person_id as person from vote_voter where vote_id = ${voteId}`;
	const cast = async (nth: number) => {
		const { entry, person } = voters[nth % voters.length]!;
		const actor = { ...committee, personId: person };
		expectOk(await castBallot({ database, actor }, { voteId, entryId: entry, choice: nth % 3 ? 'for' : 'against' }));
	};
	const body = JSON.stringify({ entry: randomUUID(), choice: ['for'] });
	const bare = () => sql`insert into bare (id, body, at) values (${randomUUID()}, ${body}::text::jsonb, now())`;
	const figures: Figure[] = [];
	for (const clients of [1, 16]) {
		const rounds = [];
		// by turns, so that what else the machine does falls on both
		for (let i = 0; i < ROUNDS; i++) {
			rounds.push({ cast: await rate(clients, SECONDS, cast), bare: await rate(clients, SECONDS, bare) });
		}
		const what = `${secrecy}, ${clients} client${clients > 1 ? 's' : ''}`;
		figures.push(
			{ what: `casts, ${what}`, value: median(rounds.map((r) => r.cast)), unit: '/s' },
			{ what: `bare inserts, ${what}`, value: median(rounds.map((r) => r.bare)), unit: '/s' },
			{
				what: `ratio, ${what}`,
				value: median(rounds.map((r) => r.cast / r.bare)),
				unit: '',
				...(clients === 16 && { bound: atLeast(0.5) })
			}
		);
	}
	return figures;
}

/** One adult in each of many households. */
async function settle({ db }: Database, { communityId, propertyAreaId, buildingId }: Town): Promise<void> {
	for (let from = 0; from < VOTERS; from += 2_000) {
		const ids = Array.from({ length: 2_000 }, () => ({ unit: newId(), household: newId(), person: newId() }));
		const place = {
			communityId,
			propertyAreaId,
			buildingId,
			entrance: 9,
			areaCenti: 1n,
			areaSource: 'register' as const
		};
		await db
			.insert(unit)
			.values(
				ids.map((of, i) => ({ ...place, id: of.unit, floor: from + i, room: `${from + i}`, label: `${from + i}` }))
			);
		await db
			.insert(household)
			.values(ids.map((of) => ({ id: of.household, communityId, unitId: of.unit, headName: '某' })));
		await db.insert(person).values(ids.map((of) => ({ id: of.person, name: '某', adult: true })));
		const home = { communityId, state: 'confirmed' as const, via: 'list' as const };
		await db
			.insert(residency)
			.values(ids.map((of) => ({ ...home, id: newId(), householdId: of.household, personId: of.person })));
	}
}

async function records(): Promise<Figure[]> {
	await record(2_000);
	const small = await record(10_000);
	const large = await record(100_000);
	return [
		{ what: 'tally and record of 10,000 ballots', value: small, unit: 's' },
		{ what: 'tally and record of 100,000 ballots', value: large, unit: 's', bound: atMost(5) },
		{ what: '100,000 in units of 10,000', value: large / small, unit: '×', bound: atMost(15) }
	];
}

async function record(ballots: number): Promise<number> {
	const roll = Array.from({ length: ballots }, (_, i) => ({
		entry: randomUUID(),
		label: `${i}室`,
		area: '88.50',
		classes: []
	}));
	const openings = roll.map(({ entry }, i) => ({
		entry,
		by: '1',
		channel: 'online' as const,
		choice: i % 3 ? ('for' as const) : ('against' as const),
		at: MANIFEST.opensAt,
		salt: randomBytes(16).toString('hex')
	}));
	const times = { openedAt: MANIFEST.opensAt, closedAt: MANIFEST.closesAt, publishedAt: MANIFEST.closesAt };
	const begun = performance.now();
	await buildRecord({ manifest: MANIFEST, roll, openings, ...times }, KEY);
	return (performance.now() - begun) / 1000;
}
