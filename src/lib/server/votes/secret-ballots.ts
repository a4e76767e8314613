import { asc, eq, sql } from 'drizzle-orm';
import { NO_FIGURES, type Figures } from '#lib/domain/votes/figures.ts';
import type { SecretSource } from '#lib/domain/votes/secret-record.ts';
import type { SecretOpening, Tally } from '#lib/domain/votes/secret-record.schema.ts';
import type { Db } from '../db/client.ts';
import { boxReading, organisation, secretBallot, secretDraw, secretVote, voteSignOff } from '../db/schema/index.ts';
import { seal, subkey, unseal } from '../platform/secrets.ts';

export async function secretVoteOf(db: Db, voteId: string): Promise<typeof secretVote.$inferSelect> {
	const [own] = await db.select().from(secretVote).where(eq(secretVote.voteId, voteId));
	return own!;
}

/** The ballots of an ended vote, in no order. */
export async function openingsOf(db: Db, voteId: string): Promise<SecretOpening[]> {
	const rows = await db.select().from(secretBallot).where(eq(secretBallot.voteId, voteId));
	return rows.map(({ nonce, revision, choice, salt }) => ({
		nonce,
		revision,
		choice: choice as SecretOpening['choice'],
		salt
	}));
}

/** The vote's own table of draws, as drizzle/rules/secret-votes.sql names it. */
export const drawTable = (voteId: string) => sql.identifier(`secret_draw_${voteId.replaceAll('-', '')}`);

/** Entries that drew a ballot, by channel. */
export async function drawsOf(db: Db, voteId: string): Promise<SecretSource['drawn']> {
	const rows = await db
		.select({ entry: secretDraw.entryId, channel: secretDraw.channel })
		.from(secretDraw)
		.where(eq(secretDraw.voteId, voteId));
	const by = (channel: string) => rows.filter((d) => d.channel === channel).map((d) => d.entry);
	return { online: by('online'), paper: by('paper') };
}

/** Who takes part, as the ballots will count: cast online, or drawn on paper. As figures whose every ballot is an abstention. */
export async function castFigures(db: Db, voteId: string): Promise<Figures> {
	const [row] = await db.execute<{ roll: number; cast: number }>(sql`
		select (select count(*)::int from roll_entry where vote_id = ${voteId}) as roll,
			(select count(distinct nonce)::int from secret_ballot where vote_id = ${voteId})
				+ (select count(*)::int from secret_draw where vote_id = ${voteId} and channel = 'paper') as cast`);
	const heads = (count: number) => ({ count, area: 0n });
	return { ...NO_FIGURES, roll: heads(row!.roll), abstain: heads(row!.cast) };
}

const boundTo = (voteId: string, personId: string) => `box:${voteId}:${personId}`;

/** What one person counted in the box, as it may be stored. */
export function sealReading(voteId: string, personId: string, tally: Tally): Buffer {
	return seal(subkey(`votes:${voteId}`), JSON.stringify(tally), boundTo(voteId, personId));
}

/** What each person counted so far. */
export async function readingsOf(db: Db, voteId: string): Promise<{ personId: string; tally: Tally }[]> {
	const rows = await db.select().from(boxReading).where(eq(boxReading.voteId, voteId)).orderBy(asc(boxReading.readAt));
	return rows.map(({ personId, tally }) => {
		const opened = unseal(subkey(`votes:${voteId}`), tally, boundTo(voteId, personId));
		return { personId, tally: JSON.parse(opened.toString()) as Tally };
	});
}

export function signOffsOf(db: Db, voteId: string) {
	return db
		.select({ id: organisation.id, organisation: organisation.name, at: voteSignOff.signedAt })
		.from(voteSignOff)
		.innerJoin(organisation, eq(organisation.id, voteSignOff.organisationId))
		.where(eq(voteSignOff.voteId, voteId))
		.orderBy(asc(voteSignOff.signedAt), asc(organisation.name));
}
