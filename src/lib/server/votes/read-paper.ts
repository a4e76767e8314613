import { eq } from 'drizzle-orm';
import { readingOn, settledReading, standingOf } from '#lib/domain/votes/paper.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attachment, paperReading } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import { attachFile } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { UUID, voteFor, type VoteRow } from './load-vote.ts';
import { papersOf, sealPaperReading } from './paper-ballots.ts';
import { publishWhenCounted } from './publish-when-counted.ts';
import { tellEntry } from './tell-voters.ts';

/** A sheet's scan hangs on it as a file of this kind of subject. */
export const PAPER = 'paper-ballot';

/**
 * One person enters what a sheet of paper says, each without seeing what another read; the first adds its scan, whose
 * SHA-256 stays. Two who read alike settle it, else a third does. Refusals: the policy's, `votes.not-counting`,
 * `votes.no-such-paper`, `votes.paper-settled`, `votes.read-by-you`, `votes.scan-missing`, those of `readingOn` and of attachments.
 */
export async function readPaper(
	ctx: Context,
	voteId: string,
	paperId: string,
	marked: string | readonly string[],
	scan: File | undefined
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'keep-register');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.state !== 'counting') return refuse('votes.not-counting');
		const [paper] = UUID.test(paperId) ? await papersOf(a.db, voteId, { only: paperId }) : [];
		if (!paper) return refuse('votes.no-such-paper');
		if (settledReading(paper.readings)) return refuse('votes.paper-settled');
		const reading = readingOn({ ...row, most: row.mostChoices }, [marked].flat());
		if (!reading.ok) return reading;
		const personId = a.actor!.personId;
		if (paper.readers.includes(personId)) return refuse('votes.read-by-you');
		let scanned: string | null = null;
		if (paper.readers.length === 0) {
			if (!scan) return refuse('votes.scan-missing', { field: 'scan' });
			const attached = await attachFile(a, row.communityId, [PAPER, paperId], scan);
			if (!attached.ok) return refuse(attached.refusal.code, { ...attached.refusal, field: 'scan' });
			const [file] = await a.db.select().from(attachment).where(eq(attachment.id, attached.value));
			scanned = file!.sha256;
		}
		const sealed = sealPaperReading(voteId, paperId, personId, reading.value);
		await a.db.insert(paperReading).values({ paperId, personId, reading: sealed, readAt: a.now });
		await a.audit({
			act: 'votes.read-paper',
			subject: ['vote', voteId],
			areaId: row.communityId,
			data: { paper: paperId, ...(scanned && { scan: scanned }) }
		});
		await a.emit({ topic: `vote:${voteId}`, kind: 'count', areaId: row.communityId });
		await tellIfShown(a, row, paperId);
		await publishWhenCounted(a, row);
		return ok();
	});
}

/** Paper beside a ballot cast online is shown to its entry, who may contest it. */
async function tellIfShown(a: Act, row: VoteRow, paperId: string): Promise<void> {
	const [paper] = await papersOf(a.db, row.id, { only: paperId });
	if (standingOf(paper!, a.now).state === 'shown') await tellEntry(a, row, paper!.entryId, 'paper-shown');
}
