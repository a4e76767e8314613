import { caseStatesOf } from '#lib/server/cases/index.ts';
import { disclosuresFrom, organisationsToPublishFor } from '#lib/server/disclosure/index.ts';
import { tasksOf, type meetingDetail } from '#lib/server/meetings/index.ts';
import { draftChoices, votesFromMeeting } from '#lib/server/votes/index.ts';

type Detail = Extract<Awaited<ReturnType<typeof meetingDetail>>, { ok: true }>['value'];

/** What came of a meeting, each with the block it came from, and what else the reader may begin from one. */
export async function mattersOf(ctx: App.Locals['ctx'], code: string, detail: Detail) {
	const { id } = detail.meeting;
	const [cases, votes, tasks, disclosures, mayBegin] = await Promise.all([
		caseStatesOf(ctx, 'meeting', id),
		votesFromMeeting(ctx, id),
		tasksOf(ctx, id),
		disclosuresFrom(ctx, 'meeting', id),
		mayBeginOf(ctx, code, detail)
	]);
	return { matters: { cases, votes, tasks, disclosures }, mayBegin };
}

/** What the reader may begin from a paragraph or an item of the meeting. */
export async function mayBeginOf(ctx: App.Locals['ctx'], code: string, { meeting, may }: Detail) {
	const [choices, publishers] = await Promise.all([
		draftChoices(ctx, meeting.communityId),
		organisationsToPublishFor(ctx)
	]);
	return {
		case: may.raise,
		task: may.assign,
		vote: choices.length > 0,
		disclosure: publishers.some((one) => one.communityCode === code)
	};
}
