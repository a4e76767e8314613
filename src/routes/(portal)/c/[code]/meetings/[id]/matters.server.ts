import { caseStatesOf } from '#lib/server/cases/index.ts';
import { disclosuresFrom, organisationsToPublishFor } from '#lib/server/disclosure/index.ts';
import { tasksOf, type meetingDetail } from '#lib/server/meetings/index.ts';
import { draftChoices, votesFromMeeting } from '#lib/server/votes/index.ts';

type Detail = Extract<Awaited<ReturnType<typeof meetingDetail>>, { ok: true }>['value'];

/** What came of a meeting, each with the block it came from, and what else the reader may begin from one. */
export async function mattersOf(ctx: App.Locals['ctx'], code: string, { meeting: { id, communityId }, may }: Detail) {
	const [cases, votes, tasks, disclosures, choices, publishers] = await Promise.all([
		caseStatesOf(ctx, 'meeting', id),
		votesFromMeeting(ctx, id),
		tasksOf(ctx, id),
		disclosuresFrom(ctx, 'meeting', id),
		draftChoices(ctx, communityId),
		organisationsToPublishFor(ctx)
	]);
	return {
		matters: { cases, votes, tasks, disclosures },
		mayBegin: {
			case: may.raise,
			task: may.assign,
			vote: choices.length > 0,
			disclosure: publishers.some((one) => one.communityCode === code)
		}
	};
}
