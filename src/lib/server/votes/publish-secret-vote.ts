import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ManifestSchema } from '#lib/domain/votes/manifest.ts';
import { buildSecretRecord, tallyOf, writtenFigures, type SecretSource } from '#lib/domain/votes/secret-record.ts';
import type { Db } from '../db/client.ts';
import type { Act } from '../platform/act.ts';
import { cancelClocks } from '../platform/clocks.ts';
import { signOffUntil } from './close-secret-vote.ts';
import { endOf, step, type VoteRow } from './load-vote.ts';
import { recordKey } from './record-key.ts';
import { rollLines } from './roll.ts';
import { drawsOf, openingsOf, secretVoteOf, signOffsOf } from './secret-ballots.ts';
import { tellVoters } from './tell-voters.ts';

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
 * Publishes as soon as nothing is waited for any more: the ballots are sealed, and all have signed off or the time for it is
 * over. The vote's row is locked by the caller.
 */
export async function publishSecretWhenReady(a: Act, row: VoteRow): Promise<void> {
	const own = await secretVoteOf(a.db, row.id);
	if (!own.sealedAt) return;
	const signOffs = await signOffsOf(a.db, row.id);
	const missing = (await signersOf(a.db, row)).filter((one) => !signOffs.some((signed) => signed.id === one.id));
	if (missing.length > 0 && a.now < signOffUntil(own.sealedAt)) return;
	const source: SecretSource = {
		manifest: v.parse(ManifestSchema, row.manifest),
		roll: await rollLines(a.db, row.id),
		drawn: await drawsOf(a.db, row.id),
		openings: await openingsOf(a.db, row.id),
		cast: { online: own.cast!, paper: own.paper! },
		outcomeOnly: own.outcomeOnly!,
		signOffs: signOffs.map(({ organisation, at }) => ({ organisation, at: at.toISOString() })),
		openedAt: row.openedAt!.toISOString(),
		closedAt: endOf(row).toISOString(),
		publishedAt: a.now.toISOString()
	};
	const record = await buildSecretRecord(source, recordKey());
	const { outcome, rollHash, root, tally } = record.statement;
	if (rollHash !== row.rollHash) throw new Error(`the roll of vote ${row.id} is not the one frozen at its opening`);
	if (root !== own.root) throw new Error(`the ballots of vote ${row.id} are not those that were signed off`);
	const figures = tally && { ...writtenFigures(source, tallyOf(source.openings)) };
	const columns = { outcome, figures, record: { ...record }, publishedAt: a.now };
	const published = await step(a, row, 'publish', columns, { outcome, root });
	if (!published.ok) throw new Error(`vote ${row.id} cannot be published: ${published.refusal.code}`);
	await cancelClocks(a, ['vote', row.id], ['publication']);
	await tellVoters(a, row, 'published');
}
