import { and, eq, isNull } from 'drizzle-orm';
import { mayPublishFor } from '#lib/domain/disclosure/disclosure.policy.ts';
import { textTable, type BeginInput, type DraftInput } from '#lib/domain/disclosure/disclosure.schema.ts';
import { isPeriodOf } from '#lib/domain/disclosure/periods.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { catalogueItem, disclosure, disclosureStep, organisation } from '../db/schema/index.ts';
import { createLink, findPlace } from '../links/index.ts';
import { act, type Act } from '../platform/act.ts';
import { attachFile, attachmentsOf, removeAttachment } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { disclosureFor, type DisclosureRow } from './load-disclosure.ts';
import { noteDisclosure } from './note-disclosure.ts';

/**
 * Begins a notice or an item of the catalogue, with its files. Only a publisher of the organisation, and only what its
 * kind of party publishes. `from` is the paragraph or item it is begun from: it shows there how the disclosure stands.
 * Refusals: the policy's, `disclosure.what-missing`, `disclosure.place-missing`, those of a table and of attachments.
 */
export async function draftDisclosure(
	ctx: Context,
	input: BeginInput,
	files: readonly File[] = [],
	from: { type: string; id: string; block: string } | null = null
): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const allowed = mayPublishFor(a.actor, input.organisationId);
		if (!allowed.ok) return allowed;
		const [publisher] = await a.db
			.select({ areaId: organisation.areaId, kind: organisation.kind })
			.from(organisation)
			.where(and(eq(organisation.id, input.organisationId), isNull(organisation.dissolvedAt)));
		if (!publisher) return refuse('form.not-found');
		const item = await itemFor(a, publisher.kind, input.what);
		if (!item.ok) return item;
		const written = textOf(input);
		if (!written.ok) return written;
		const [row] = await a.db
			.insert(disclosure)
			.values({
				id: newId(),
				communityId: publisher.areaId,
				organisationId: input.organisationId,
				...item.value,
				...written.value,
				correctionNote: null,
				state: 'draft',
				authorId: a.actor!.personId,
				createdAt: a.now
			})
			.returning();
		await noteDisclosure(a, row!, 'draft');
		const linked = await linkToPlace(a, row!, from);
		if (!linked.ok) return linked;
		const attached = await attach(a, row!, files);
		return attached.ok ? ok({ id: row!.id }) : attached;
	});
}

async function linkToPlace(
	a: Act,
	{ id, communityId }: DisclosureRow,
	from: { type: string; id: string; block: string } | null
): Promise<Result> {
	if (!from) return ok();
	const place = await findPlace(a.db, a.actor, from.type, from);
	if (place?.communityId !== communityId) return refuse('disclosure.place-missing');
	await createLink(a, { communityId, from, to: { type: 'disclosure', id } });
	await a.emit({ topic: `${from.type}:${from.id}`, kind: 'disclosure-begun', areaId: communityId });
	return ok();
}

async function itemFor(a: Act, partyKind: string, what: BeginInput['what']) {
	const missing = refuse('disclosure.what-missing', { field: 'what' });
	if (!what) return ok({ kind: 'notice' as const, catalogueCode: null, period: null });
	const [item] = await a.db.select().from(catalogueItem).where(eq(catalogueItem.code, what.catalogueCode));
	if (item?.partyKind !== partyKind || !isPeriodOf(item.cycle, what.period)) return missing;
	return ok({ kind: 'catalogue' as const, catalogueCode: item.code, period: what.period });
}

function textOf(input: DraftInput) {
	const table = textTable(input.table);
	if (!table.ok) return table;
	return ok({
		title: input.title,
		body: input.body.replaceAll('\r\n', '\n'),
		table: table.value,
		pinnedUntil: input.pinnedUntil ? new Date(`${input.pinnedUntil}T23:59:59+08:00`) : null,
		occurredOn: input.occurredOn,
		correctionNote: input.correctionNote || null
	});
}

async function attach(a: Act, row: DisclosureRow, files: readonly File[]): Promise<Result> {
	for (const file of files) {
		const attached = await attachFile(a, row.communityId, ['disclosure', row.id], file);
		if (!attached.ok) return { ok: false, refusal: { field: 'files', ...attached.refusal } };
	}
	return ok();
}

/**
 * Writes a draft anew, takes files away and adds others. Whoever writes in it does not review it. Refusals: the
 * policy's, those of a table and of attachments.
 */
export async function editDraft(
	ctx: Context,
	id: string,
	input: DraftInput,
	files: { add: readonly File[]; remove: readonly string[] } = { add: [], remove: [] }
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'write');
		if (!found.ok) return found;
		const { row } = found.value;
		const written = textOf(input);
		if (!written.ok) return written;
		const there = (await attachmentsOf(a.db, 'disclosure', [id], a.now)).get(id) ?? [];
		for (const { id: file } of there.filter((one) => files.remove.includes(one.id))) {
			const removed = await removeAttachment(a, ['disclosure', id], file);
			if (!removed.ok) return removed;
		}
		await a.db.update(disclosure).set(written.value).where(eq(disclosure.id, id));
		await noteDisclosure(a, row, 'draft');
		return attach(a, row, files.add);
	});
}

/** Throws a draft away: it was never public. What has been published before stays. */
export async function discardDraft(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'write');
		if (!found.ok) return found;
		const { row } = found.value;
		for (const file of (await attachmentsOf(a.db, 'disclosure', [id], a.now)).get(id) ?? []) {
			const removed = await removeAttachment(a, ['disclosure', id], file.id);
			if (!removed.ok) return removed;
		}
		await a.db.delete(disclosureStep).where(eq(disclosureStep.disclosureId, id));
		await a.db.delete(disclosure).where(eq(disclosure.id, id));
		await a.audit({
			act: 'disclosure.discard',
			subject: ['disclosure', id],
			areaId: row.communityId,
			organisationId: row.organisationId
		});
		return ok();
	});
}
