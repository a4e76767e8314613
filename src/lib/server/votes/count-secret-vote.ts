import { asc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ManifestSchema } from '#lib/domain/votes/manifest.ts';
import { settledBox } from '#lib/domain/votes/box.ts';
import {
	buildSecretRecord,
	givesAway,
	tallyOf,
	treeOf,
	writtenFigures,
	type SecretSource
} from '#lib/domain/votes/secret-record.ts';
import type { SecretOpening } from '#lib/domain/votes/secret-record.schema.ts';
import { NO_FIGURES, type Figures } from '#lib/domain/votes/figures.ts';
import type { Db } from '../db/client.ts';
import { boxReading, organisation, secretBallot, secretDraw, secretVote, voteSignOff } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import { endOf, step, type VoteRow } from './load-vote.ts';
import { recordKey } from './record-key.ts';
import { rollLines } from './roll.ts';
import { tellVoters } from './tell-voters.ts';

const DAY = 86_400_000;

/** So long after the end the result is published, whoever has not signed off by then. */
export const signOffUntil = (row: VoteRow): Date => new Date(endOf(row).getTime() + DAY);

/** Who has drawn a ballot, as figures whose every ballot is an abstention. */
export async function drawnFigures(db: Db, voteId: string): Promise<Figures> {
	const [row] = await db.execute<{ roll: number; drawn: number }>(sql`
		select (select count(*)::int from roll_entry where vote_id = ${voteId}) as roll,
			(select count(*)::int from secret_draw where vote_id = ${voteId}) as drawn`);
	const heads = (count: number) => ({ count, area: 0n });
	return { ...NO_FIGURES, roll: heads(row!.roll), abstain: heads(row!.drawn) };
}

/**
 * Ends casting of a secret vote: ballots and draws are shuffled, the key and all that led from a draw to a ballot is
 * destroyed, and the root is shown for the parties to sign off before anybody sees a choice.
 */
export async function closeSecretVote(a: Act, row: VoteRow): Promise<void> {
	await a.db.execute(sql`select close_secret_vote(${row.id})`);
	const { root, leaves } = await treeOf(row.phi!, await openingsOf(a.db, row.id));
	await a.db
		.update(secretVote)
		.set({ wrappedKey: null, root, cast: leaves.length })
		.where(eq(secretVote.voteId, row.id));
	await setClock(a, ['vote', row.id], 'publication', signOffUntil(row));
}

async function openingsOf(db: Db, voteId: string): Promise<SecretOpening[]> {
	const rows = await db.select().from(secretBallot).where(eq(secretBallot.voteId, voteId));
	return rows.map(({ nonce, revision, choice, salt }) => ({
		nonce,
		revision,
		choice: choice as SecretOpening['choice'],
		salt
	}));
}

/** Entries that drew a ballot, by channel. */
export async function drawsOf(db: Db, voteId: string): Promise<SecretSource['drawn']> {
	const rows = await db
		.select({ entry: secretDraw.entryId, channel: secretDraw.channel })
		.from(secretDraw)
		.where(eq(secretDraw.voteId, voteId));
	const by = (channel: string) => rows.filter((d) => d.channel === channel).map((d) => d.entry);
	return { online: by('online'), paper: by('paper') };
}

export function readingsOf(db: Db, voteId: string) {
	return db.select().from(boxReading).where(eq(boxReading.voteId, voteId)).orderBy(asc(boxReading.readAt));
}

export function signOffsOf(db: Db, voteId: string) {
	return db
		.select({ id: voteSignOff.organisationId, organisation: organisation.name, at: voteSignOff.signedAt })
		.from(voteSignOff)
		.innerJoin(organisation, eq(organisation.id, voteSignOff.organisationId))
		.where(eq(voteSignOff.voteId, voteId))
		.orderBy(asc(voteSignOff.signedAt));
}

/** Organisations whose signature is waited for: who convened, and the community's supervisors where there are any. */
export async function signersOf(db: Db, row: VoteRow): Promise<{ id: string; name: string }[]> {
	const rows = await db.execute<{ id: string; name: string }>(sql`
		select o.id, o.name from organisation o
		where o.dissolved_at is null and (o.id = ${row.organisationId} or (o.area_id = ${row.communityId}
			and o.kind = 'supervisory-committee' and exists (
				select from membership m where m.organisation_id = o.id and m.role = 'supervisor'
					and (m.valid_to is null or m.valid_to > ${endOf(row).toISOString()}))))
		order by o.id = ${row.organisationId} desc, o.name`);
	return [...rows];
}

/**
 * Publishes as soon as nothing is waited for any more: the box is counted alike by two, and all have signed off, or the time
 * for it is over. The vote's row is locked by the caller.
 */
export async function publishSecretWhenReady(a: Act, row: VoteRow): Promise<void> {
	const drawn = await drawsOf(a.db, row.id);
	const box = drawn.paper.length === 0 ? null : settledBox(await readingsOf(a.db, row.id));
	if (drawn.paper.length > 0 && box === null) return;
	const signOffs = await signOffsOf(a.db, row.id);
	const missing = (await signersOf(a.db, row)).filter((one) => !signOffs.some((signed) => signed.id === one.id));
	if (missing.length > 0 && a.now < signOffUntil(row)) return;
	const source: SecretSource = {
		manifest: v.parse(ManifestSchema, row.manifest),
		roll: await rollLines(a.db, row.id),
		drawn,
		openings: await openingsOf(a.db, row.id),
		box,
		signOffs: signOffs.map(({ organisation, at }) => ({ organisation, at: at.toISOString() })),
		openedAt: row.openedAt!.toISOString(),
		closedAt: endOf(row).toISOString(),
		publishedAt: a.now.toISOString()
	};
	const record = await buildSecretRecord(source, recordKey());
	const { outcome, rollHash, root } = record.statement;
	if (rollHash !== row.rollHash) throw new Error(`the roll of vote ${row.id} is not the one frozen at its opening`);
	const tally = tallyOf(source.openings, box);
	const figures = givesAway(tally) ? null : { ...writtenFigures(source, tally) };
	const columns = { outcome, figures, record: { ...record }, publishedAt: a.now };
	const published = await step(a, row, 'publish', columns, { outcome, root });
	if (!published.ok) throw new Error(`vote ${row.id} cannot be published: ${published.refusal.code}`);
	await tellVoters(a, row, 'published');
}
