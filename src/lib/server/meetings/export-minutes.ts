import type { MeetingKind } from '#lib/domain/meetings/kinds.ts';
import type { MinutesPaper, PaperSignature } from '#lib/domain/meetings/minutes-paper.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { eq } from 'drizzle-orm';
import { area } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { corrigendaOf } from './corrigenda.ts';
import { loadMeeting } from './load-meeting.ts';
import { imagesForPaper } from './minutes-images.ts';
import { readMinutes } from './minutes-page.ts';
import { meetingDetail } from './queries.ts';

/**
 * Sealed minutes for paper, cut to what the reader may see: the text as the public page shows it, objections and
 * attendees' names for those alone who may read what was sealed. Refusals: `form.not-found`, the policy's,
 * `meetings.export-unsealed`.
 */
export async function minutesToExport(ctx: Context, id: string): Promise<Result<MinutesPaper>> {
	const loaded = await loadMeeting(ctx.database.db, id);
	if (!loaded) return refuse('form.not-found');
	const [read, detail] = [await readMinutes(ctx, id), await meetingDetail(ctx, id)];
	if (!read.ok) return read;
	if (!detail.ok) return detail;
	const { row, facts } = loaded;
	if (!row.sealedContent) return refuse('meetings.export-unsealed');
	const corrigenda = await corrigendaOf(ctx, id);
	const { meeting, attendance, objections, hearing } = row.sealedContent as unknown as SealedContent;
	const knowsNames = meetingPolicy(ctx.actor, 'read-sealed', facts).ok;
	const [place] = await ctx.database.db.select({ name: area.name }).from(area).where(eq(area.id, row.communityId));
	return ok({
		title: meeting.title,
		community: place!.name,
		kind: meeting.kind as MeetingKind,
		startsAt: new Date(meeting.startsAt),
		place: meeting.place,
		convener: meeting.convener,
		parties: meeting.parties,
		present: { count: attendance.length, names: knowsNames ? attendance.map(({ name }) => name) : [] },
		minutes: read.value.minutes,
		images: await imagesForPaper(ctx.database.db, id, read.value.minutes),
		items: detail.value.agenda.map(({ id, outcome, carriedFrom }) => ({ id, outcome, carriedFrom })),
		whole: read.value.whole,
		// where the parties stand is public; a question may name somebody: like objections, with the whole text
		hearing: hearing ? { ...hearing, questions: read.value.whole ? hearing.questions : [] } : null,
		objections: read.value.whole ? objections : [],
		signatures: signed(detail.value.parties),
		corrigenda: corrigenda.map(({ parties, ...one }) => ({ ...one, signatures: signed(parties) })),
		sealedAt: row.sealedAt!,
		hash: row.sealedHash!
	});
}

type Signed = NonNullable<PaperSignature['signed']>;

const signed = (parties: readonly { name: string; signature?: Signed | undefined }[]): PaperSignature[] =>
	parties.map(({ name: party, signature }) => ({ party, signed: signature ?? null }));
