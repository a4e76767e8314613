import { eq } from 'drizzle-orm';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { disclosure } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import { copyAttachments } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { disclosureFor, seriesOf } from './load-disclosure.ts';
import { noteDisclosure } from './note-disclosure.ts';

/**
 * Begins a correction: a new version with the text and the files of the published one, which stays public until the
 * correction has gone through review itself. A correction that has been begun already is answered, not doubled.
 */
export async function correctDisclosure(ctx: Context, id: string): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'correct');
		if (!found.ok) return found;
		const { row } = found.value;
		const [begun] = await a.db.select({ id: disclosure.id }).from(disclosure).where(eq(disclosure.supersedesId, id));
		if (begun) return ok(begun);
		const [draft] = await a.db
			.insert(disclosure)
			.values({
				id: newId(),
				communityId: row.communityId,
				organisationId: row.organisationId,
				kind: row.kind,
				catalogueCode: row.catalogueCode,
				period: row.period,
				occurredOn: row.occurredOn,
				title: row.title,
				body: row.body,
				table: row.table,
				findings: row.findings,
				sourceType: row.sourceType,
				sourceId: row.sourceId,
				pinnedUntil: row.pinnedUntil,
				state: 'draft',
				version: row.version + 1,
				supersedesId: row.id,
				firstId: seriesOf(row),
				authorId: a.actor!.personId,
				createdAt: a.now
			})
			.returning();
		await copyAttachments(a, ['disclosure', row.id], ['disclosure', draft!.id]);
		await noteDisclosure(a, draft!, 'correct');
		return ok({ id: draft!.id });
	});
}
