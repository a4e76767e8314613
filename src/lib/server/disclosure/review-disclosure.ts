import { eq } from 'drizzle-orm';
import { contentHash } from '#lib/domain/disclosure/content.ts';
import { undecided } from '#lib/domain/disclosure/decisions.ts';
import { advance } from '#lib/domain/disclosure/disclosure.ts';
import { scan } from '#lib/domain/disclosure/personal-data.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { disclosure } from '../db/schema/index.ts';
import { createLink } from '../links/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { contentOf } from './content-of.ts';
import { disclosureFor, loadDisclosure, type DisclosureRow, type LoadedDisclosure } from './load-disclosure.ts';
import { noteDisclosure, tellOf } from './note-disclosure.ts';
import { sourceOf } from './sources.ts';

/** Sends a text back to those who wrote it, with what is to be changed. */
export async function sendBack(ctx: Context, id: string, reason: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'review');
		if (!found.ok) return found;
		const { row, facts } = found.value;
		const next = advance(row.state, 'send-back');
		if (!next.ok) return next;
		await a.db.update(disclosure).set({ state: next.value }).where(eq(disclosure.id, id));
		await noteDisclosure(a, row, 'send-back', reason);
		await tellOf(a, row, 'disclosure.sent-back', facts.writerIds);
		return ok();
	});
}

/**
 * The second person has looked at it: from here on everybody reads it, with its hash, the time and who published it, and
 * it never changes. What it corrects is superseded; where it came from is linked and moved on. Refusals: the policy's,
 * `disclosure.finding-undecided`, `disclosure.not-now`, those of the source.
 */
export async function publishDisclosure(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'review');
		if (!found.ok) return found;
		const { row } = found.value;
		const next = advance(row.state, 'publish');
		if (!next.ok) return next;
		if (undecided(scan(row), row.findings ?? []).length) return refuse('disclosure.finding-undecided');
		const superseded = await supersede(a, row);
		if (!superseded.ok) return superseded;
		const published = { ...row, publishedAt: a.now, reviewerId: a.actor!.personId };
		const hash = contentHash(await contentOf(a.db, published));
		await a.db
			.update(disclosure)
			.set({ state: next.value, publishedAt: a.now, reviewerId: a.actor!.personId, contentHash: hash })
			.where(eq(disclosure.id, id));
		await noteDisclosure(a, row, 'publish');
		await tellOf(a, row, 'disclosure.published', found.value.facts.writerIds);
		return moveSourceOn(a, found.value);
	});
}

async function supersede(a: Act, row: DisclosureRow): Promise<Result> {
	if (!row.supersedesId) return ok();
	const before = await loadDisclosure(a.db, row.supersedesId, { lock: true });
	const next = advance(before!.row.state, 'supersede');
	if (!next.ok) return next;
	await a.db
		.update(disclosure)
		.set({ state: next.value, pinnedUntil: null })
		.where(eq(disclosure.id, row.supersedesId));
	await a.emit({ topic: `disclosure:${row.supersedesId}`, kind: 'supersede', areaId: row.communityId });
	return ok();
}

async function moveSourceOn(a: Act, { row }: LoadedDisclosure): Promise<Result> {
	if (!row.sourceType || !row.sourceId || row.supersedesId) return ok();
	await createLink(a, {
		communityId: row.communityId,
		from: { type: row.sourceType, id: row.sourceId },
		to: { type: 'disclosure', id: row.id }
	});
	return sourceOf(row.sourceType)!.published(a, row.sourceId, row.id);
}
