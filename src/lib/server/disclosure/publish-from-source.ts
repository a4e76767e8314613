import { and, desc, eq, ne } from 'drizzle-orm';
import { mayPublishFor } from '#lib/domain/disclosure/disclosure.policy.ts';
import type { Decided } from '#lib/domain/disclosure/personal-data.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { disclosure } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteDisclosure } from './note-disclosure.ts';
import { sourceOf } from './sources.ts';

/**
 * Begins a disclosure from another area's matter (sealed minutes, the result of a vote), which then goes the way of every
 * disclosure: scan, review by a second person, publication. One begun or published already is answered, not doubled.
 * Refusals: `form.not-found`, the policies'.
 */
export async function publishFromSource(
	ctx: Context,
	[type, id]: [type: string, id: string]
): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const source = await sourceOf(type)?.find(a, id);
		if (!source) return refuse('form.not-found');
		if (!source.ok) return source;
		const { kind, communityId, organisationId, title, body, table } = source.value;
		const allowed = mayPublishFor(a.actor, organisationId);
		if (!allowed.ok) return allowed;
		const there = await disclosureOfSource(a.db, [type, id]);
		if (there) return ok({ id: there.id });
		const [row] = await a.db
			.insert(disclosure)
			.values({
				id: newId(),
				communityId,
				organisationId,
				kind,
				title,
				body,
				table,
				sourceType: type,
				sourceId: id,
				state: 'draft',
				authorId: a.actor!.personId,
				createdAt: a.now
			})
			.returning();
		await noteDisclosure(a, row!, 'draft');
		return ok({ id: row!.id });
	});
}

/** The latest disclosure of that matter which has not been withdrawn, in whatever state. */
async function disclosureOfSource(db: Db, [type, id]: [type: string, id: string]) {
	const [row] = await db
		.select({ id: disclosure.id, state: disclosure.state })
		.from(disclosure)
		.where(and(eq(disclosure.sourceType, type), eq(disclosure.sourceId, id), ne(disclosure.state, 'withdrawn')))
		.orderBy(desc(disclosure.version), desc(disclosure.id))
		.limit(1);
	return row;
}

/** The disclosure of that matter that stands published, with what was decided about personal data in it; undefined where none does. */
export async function publishedFrom(
	db: Db,
	[type, id]: [type: string, id: string]
): Promise<{ id: string; decided: Decided[] } | undefined> {
	const [row] = await db
		.select({ id: disclosure.id, findings: disclosure.findings })
		.from(disclosure)
		.where(and(eq(disclosure.sourceType, type), eq(disclosure.sourceId, id), eq(disclosure.state, 'published')))
		.limit(1);
	return row && { id: row.id, decided: row.findings ?? [] };
}
