import { and, eq, isNull } from 'drizzle-orm';
import { ManifestSchema } from '#lib/domain/votes/manifest.ts';
import { buildRecord, choiceOf, recount } from '#lib/domain/votes/record.ts';
import type { Opening } from '#lib/domain/votes/record.schema.ts';
import { participationTests } from '#lib/domain/votes/decide.ts';
import * as v from 'valibot';
import type { Db } from '../db/client.ts';
import { ballot } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { endOf, step, type VoteRow } from './load-vote.ts';
import { paperOpenings, receivedOpenings } from './paper-ballots.ts';
import { recordKey } from './record-key.ts';
import { rollLines } from './roll.ts';
import { choiceReader, destroySealKey } from './seal-key.ts';
import { castFigures } from './secret-ballots.ts';

/** The standing ballots, each with its salt; casters of an entry are told apart by a mark that means nothing elsewhere. */
async function openingsOf(db: Db, vote: VoteRow): Promise<Opening[]> {
	const read = await choiceReader(db, vote);
	const rows = await db
		.select()
		.from(ballot)
		.where(and(eq(ballot.voteId, vote.id), isNull(ballot.replacedAt)));
	return [...Map.groupBy(rows, (b) => b.entryId).values()].flatMap((ofEntry) => {
		const casters = [...new Set(ofEntry.map((b) => b.casterId))].sort();
		return ofEntry.map((b) => ({
			entry: b.entryId,
			by: String(casters.indexOf(b.casterId) + 1),
			channel: b.channel === 'doorstep' ? ('paper' as const) : b.channel,
			choice: choiceOf(read(b.choice, b.id)),
			at: b.castAt.toISOString(),
			salt: b.salt
		}));
	});
}

/** Has enough of the roll taken part, by the ballots as they will be counted? */
export async function hasQuorum(db: Db, row: VoteRow): Promise<boolean> {
	const manifest = v.parse(ManifestSchema, row.manifest);
	if (row.secrecy === 'secret') {
		return participationTests(manifest.rule, await castFigures(db, row.id)).every((t) => t.met);
	}
	const openings = [...(await openingsOf(db, row)), ...(await receivedOpenings(db, row))];
	const { figures } = recount(manifest, await rollLines(db, row.id), openings);
	return participationTests(manifest.rule, figures).every((t) => t.met);
}

/** Counts a closed vote and publishes outcome and signed record. The vote's row is locked by the caller. */
export async function publishCount(a: Act, row: VoteRow): Promise<void> {
	const record = await buildRecord(
		{
			manifest: v.parse(ManifestSchema, row.manifest),
			roll: await rollLines(a.db, row.id),
			openings: [...(await openingsOf(a.db, row)), ...(await paperOpenings(a.db, row, a.now))],
			openedAt: row.openedAt!.toISOString(),
			closedAt: endOf(row).toISOString(),
			publishedAt: a.now.toISOString()
		},
		recordKey()
	);
	const { outcome, figures, rollHash } = record.public.statement;
	if (rollHash !== row.rollHash) throw new Error(`the roll of vote ${row.id} is not the one frozen at its opening`);
	const published = await step(
		a,
		row,
		'publish',
		{
			outcome,
			figures: { ...figures },
			record: { ...record.public },
			fullRecord: { ...record.full },
			publishedAt: a.now
		},
		{ outcome, root: record.public.statement.ballots.root }
	);
	if (!published.ok) throw new Error(`vote ${row.id} cannot be published: ${published.refusal.code}`);
	if (row.secrecy === 'sealed') await destroySealKey(a, row.id);
}
