import { createPrivateKey, constants, sign as signBytes, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { fromHex } from '#lib/domain/shared/canonical.ts';
import type { Token } from '#lib/domain/votes/secret-token.ts';
import { auditEntry, household, person, residency, secretVote, unit } from '#lib/server/db/schema/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { subkey, unseal } from '#lib/server/platform/secrets.ts';
import { castSecretBallot, drawBallot, ownDraws, registerVotes, signOffBallots } from '#lib/server/votes/index.ts';
import { and, asc, eq } from 'drizzle-orm';
import { plantCommunity, type Town } from '../support/community.ts';
import { useDatabase } from '../support/database.ts';
import { CLOSES, expectOk, openVote } from '../support/votes.ts';

/**
 * Somebody who holds the whole database after the end of a secret vote tries to say who cast which ballot: every order
 * that any table has is laid beside the order in which voters drew. None may hit more often than guessing.
 */
const VOTERS = 300;
const ROUNDS = Number(process.env.LINKAGE_ROUNDS ?? 20);

const data = useDatabase();
let town: Town;
let committee: Person;
let supervisor: Person;
let voters: Person[];
beforeAll(async () => {
	registerVotes();
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
	supervisor = await town.appoint('监督', 'supervisory-committee', 'supervisor');
	const ids = Array.from({ length: VOTERS }, () => ({ unit: newId(), household: newId(), person: newId() }));
	const { communityId, propertyAreaId, buildingId } = town;
	await data.db.insert(unit).values(
		ids.map((of, i) => ({
			id: of.unit,
			communityId,
			propertyAreaId,
			buildingId,
			entrance: 9,
			floor: i,
			room: `${i}`,
			label: `9单元${i}`,
			areaCenti: 1n,
			areaSource: 'register' as const
		}))
	);
	await data.db
		.insert(household)
		.values(ids.map((of) => ({ id: of.household, communityId, unitId: of.unit, headName: '某' })));
	await data.db.insert(person).values(ids.map((of) => ({ id: of.person, name: '某', adult: true })));
	await data.db.insert(residency).values(
		ids.map((of) => ({
			id: newId(),
			communityId,
			householdId: of.household,
			personId: of.person,
			state: 'confirmed' as const,
			via: 'list' as const
		}))
	);
	voters = await Promise.all(ids.map((of) => town.asActor(of.person)));
});

/** A token of the key itself: that blinding hides it is proven elsewhere; here 6,000 of them must be made. */
async function tokenMaker(voteId: string, phi: string): Promise<(nonce: string) => Token> {
	const [own] = await data.db.select().from(secretVote).where(eq(secretVote.voteId, voteId));
	const pkcs8 = unseal(subkey(`votes:${voteId}`), own!.wrappedKey!, `draw-key:${voteId}`);
	const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
	return (nonce) => {
		const prefix = randomBytes(32);
		const message = Buffer.concat([prefix, Buffer.from('gongjian-ballot/1'), fromHex(phi + nonce)]);
		const signature = signBytes('sha384', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
		return { nonce, prefix: prefix.toString('hex'), signature: signature.toString('hex') };
	};
}

/** One vote: who cast which nonce, known to this test alone. */
async function holdVote(): Promise<{ voteId: string; truth: Map<string, string> }> {
	const voteId = await openVote(data, town, committee, { secrecy: 'secret' });
	const { row } = expectOk(await ownDraws(data.as(voters[0]!), voteId));
	const tokenOf = await tokenMaker(voteId, row.phi!);
	const truth = new Map<string, string>();
	for (const voter of voters.toSorted(() => Math.random() - 0.5)) {
		const { entries } = expectOk(await ownDraws(data.as(voter), voteId));
		const blinded = `00${randomBytes(255).toString('hex')}`;
		const bundle = randomBytes(700).toString('hex');
		expectOk(await drawBallot(data.as(voter), voteId, { entry: entries[0]!.id, blinded, bundle }));
		const nonce = randomBytes(32).toString('hex');
		const ballot = {
			token: tokenOf(nonce),
			choice: 'for' as const,
			salt: randomBytes(16).toString('hex'),
			revision: 1
		};
		expectOk(await castSecretBallot(data, voteId, { ...ballot, choice: Math.random() < 0.5 ? 'for' : 'against' }));
		truth.set(entries[0]!.id, nonce);
	}
	await data.travelTo(CLOSES);
	await sweepClocks(data);
	expectOk(await signOffBallots(data.as(supervisor), voteId));
	expectOk(await signOffBallots(data.as(committee), voteId));
	return { voteId, truth };
}

/** Orders of voters and orders of ballots that the dump shows; each pair of them is one way to guess. */
async function guesses(voteId: string): Promise<Map<string, [entries: string[], nonces: string[]]>> {
	const audits = await data.db
		.select({ data: auditEntry.data })
		.from(auditEntry)
		.where(and(eq(auditEntry.act, 'votes.draw'), eq(auditEntry.subjectId, voteId)))
		.orderBy(asc(auditEntry.at), asc(auditEntry.id));
	const draws = (order: string) =>
		data.sql<{ id: string }[]>`
			select entry_id as id from secret_draw where vote_id = ${voteId} order by ${data.sql.unsafe(order)}`;
	const ballots = (order: string) =>
		data.sql<{ id: string }[]>`
			select nonce as id from secret_ballot where vote_id = ${voteId} order by ${data.sql.unsafe(order)}`;
	const ids = (rows: readonly { id: string }[]) => rows.map((r) => r.id);
	const people: [string, string[]][] = [
		['audit', audits.map((a) => String(a.data.entry))],
		['draw ctid', ids(await draws('ctid'))],
		['draw xmin', ids(await draws('xmin::text::bigint, ctid'))],
		['draw entry', ids(await draws('entry_id'))]
	];
	const [published] = await data.sql<{ nonces: string[] }[]>`
		select array(select o->>'nonce' from jsonb_array_elements(record->'openings') o) as nonces from vote where id = ${voteId}`;
	const papers: [string, string[]][] = [
		['ballot ctid', ids(await ballots('ctid'))],
		['ballot xmin', ids(await ballots('xmin::text::bigint, ctid'))],
		['ballot nonce', ids(await ballots('nonce'))],
		['ballot salt', ids(await ballots('salt'))],
		['record', published!.nonces]
	];
	const pairs = people.flatMap(([who, entries]) =>
		papers.flatMap(([what, nonces]): [string, [string[], string[]]][] => [
			[`${who} × ${what}`, [entries, nonces]],
			[`${who} × ${what}, backwards`, [entries, nonces.toReversed()]]
		])
	);
	return new Map(pairs);
}

/** All rows of all tables but the ballots' own and the published record. */
async function everyOtherTable(): Promise<[string, string][]> {
	const tables = await data.sql<{ name: string }[]>`
		select format('%I.%I', schemaname, tablename) as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema')
			and tablename !~ '^secret_ballot' and tablename <> 'vote'`;
	return Promise.all(
		tables.map(async ({ name }): Promise<[string, string]> => {
			const [row] = await data.sql<{ rows: string }[]>`
				select coalesce(string_agg(t::text, ' '), '') as rows from ${data.sql.unsafe(name)} t`;
			return [name, row!.rows];
		})
	);
}

test(`${ROUNDS} votes of ${VOTERS}: no order of the database tells who cast which ballot`, async () => {
	const hits = new Map<string, number>();
	for (let round = 0; round < ROUNDS; round++) {
		const { voteId, truth } = await holdVote();
		for (const [name, [entries, nonces]] of await guesses(voteId)) {
			expect(entries).toHaveLength(VOTERS);
			expect(nonces).toHaveLength(VOTERS);
			const hit = entries.filter((entry, i) => truth.get(entry) === nonces[i]).length;
			hits.set(name, (hits.get(name) ?? 0) + hit);
		}
		for (const [table, text] of await everyOtherTable()) {
			const leaked = [...truth.values()].filter((nonce) => text.includes(nonce));
			expect(leaked, table).toEqual([]);
		}
	}
	// guessing hits one a vote on average, Poisson-like; 99 % over all ways to guess (Bonferroni, normal approximation)
	const most = ROUNDS + 3.7 * Math.sqrt(ROUNDS) + 3;
	for (const [name, count] of hits) expect(count, name).toBeLessThanOrEqual(most);
});
