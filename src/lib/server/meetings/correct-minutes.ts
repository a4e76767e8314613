import { desc, eq } from 'drizzle-orm';
import { blocksOf, type MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { CorrigendumContent, SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { corrigendum } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/**
 * Corrects one paragraph of sealed minutes. What was sealed stays as it is: the corrigendum is a text of its own, bound
 * to it by its hash and numbered, sealed at once and signed by the parties. Refusals: `meetings.block-missing`,
 * `meetings.corrected-same`, the policy's.
 */
export async function correctMinutes(
	ctx: Context,
	meetingId: string,
	input: { block: string; corrected: string; reason: string }
): Promise<Result<{ number: number; hash: string }>> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'correct');
		if (!found.ok) return found;
		const { row } = found.value;
		const sealed = row.sealedContent as unknown as SealedContent;
		const paragraph = blocksOf(sealed.minutes as MinutesNode).find((one) => one.id === input.block);
		if (!paragraph) return refuse('meetings.block-missing', { field: 'block' });
		if (paragraph.text.trim() === input.corrected) return refuse('meetings.corrected-same', { field: 'corrected' });

		// The meeting is locked, so that two corrections at once get two numbers.
		const [last] = await a.db
			.select({ number: corrigendum.number, hash: corrigendum.sealedHash })
			.from(corrigendum)
			.where(eq(corrigendum.meetingId, meetingId))
			.orderBy(desc(corrigendum.number))
			.limit(1);
		const number = (last?.number ?? 0) + 1;
		const words = { block: input.block, quoted: paragraph.text, corrected: input.corrected, reason: input.reason };
		const content: CorrigendumContent = {
			format: 'gongjian-corrigendum-1',
			meeting: meetingId,
			minutes: row.sealedHash!,
			previous: last?.hash ?? null,
			number,
			...words,
			issuedBy: sealed.meeting.convener,
			issuedAt: a.now.toISOString()
		};
		const hash = canonicalHash(content);
		await a.db.insert(corrigendum).values({
			...{ id: newId(), meetingId, number, ...words, issuedBy: a.actor!.personId },
			...{ sealedAt: a.now, sealedHash: hash, sealedContent: content as unknown as Record<string, unknown> }
		});
		await noteMeeting(a, row, 'correct', { number, hash });
		return ok({ number, hash });
	});
}
