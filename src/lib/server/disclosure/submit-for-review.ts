import { and, eq, isNull } from 'drizzle-orm';
import { decide, type Decision } from '#lib/domain/disclosure/decisions.ts';
import { advance } from '#lib/domain/disclosure/disclosure.ts';
import type { SubmitInput } from '#lib/domain/disclosure/disclosure.schema.ts';
import { applyMasks, maskTable } from '#lib/domain/disclosure/masks.ts';
import { scan } from '#lib/domain/disclosure/personal-data.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attachment, disclosure } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { disclosureFor, holdersOf } from './load-disclosure.ts';
import { noteDisclosure, tellOf } from './note-disclosure.ts';

/**
 * Hands a draft to a second person. What the scan finds in it now must be masked, which is done here, or kept with a
 * reason; what is personal needs a stated basis (个人信息保护法第13条、第25条). Refusals: those of `decide`,
 * `disclosure.basis-missing`, `disclosure.attachments-unchecked`, `disclosure.correction-note-missing`,
 * `disclosure.no-reviewer`.
 */
export async function submitForReview(
	ctx: Context,
	id: string,
	input: SubmitInput,
	decisions: readonly Decision[]
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'write');
		if (!found.ok) return found;
		const { row, facts } = found.value;
		const next = advance(row.state, 'submit');
		if (!next.ok) return next;
		if (row.supersedesId && !row.correctionNote) return refuse('disclosure.correction-note-missing');

		const decided = decide(scan(row), decisions);
		if (!decided.ok) return decided;
		const kept = decided.value.some((one) => one.decision === 'keep');
		if (kept && input.basis === 'none') return refuse('disclosure.basis-missing', { field: 'basis' });
		const files = await a.db.$count(
			attachment,
			and(eq(attachment.subjectType, 'disclosure'), eq(attachment.subjectId, id), isNull(attachment.removedAt))
		);
		if (files && !input.attachmentsChecked) {
			return refuse('disclosure.attachments-unchecked', { field: 'attachmentsChecked' });
		}
		const reviewers = await holdersOf(a.db, facts.reviewingOrganisationIds, 'reviewer');
		const writers = new Set([...facts.writerIds, a.actor!.personId]);
		if (reviewers.every((person) => writers.has(person))) return refuse('disclosure.no-reviewer');

		// What was masked or kept in an earlier round stays on record: a masked text is not found again.
		const before = (row.findings ?? []).filter(
			(old) => old.decision === 'mask' && !decided.value.some((one) => one.text === old.text)
		);
		await a.db
			.update(disclosure)
			.set({
				state: next.value,
				title: applyMasks(row.title, decided.value),
				body: applyMasks(row.body, decided.value),
				table: maskTable(row.table, decided.value),
				findings: [...before, ...decided.value],
				basis: input.basis,
				submittedAt: a.now
			})
			.where(eq(disclosure.id, id));
		await noteDisclosure(a, row, 'submit');
		await tellOf(
			a,
			row,
			'disclosure.submitted',
			reviewers.filter((person) => !writers.has(person))
		);
		return ok();
	});
}
