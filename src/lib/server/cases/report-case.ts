import type { ReportInput } from '#lib/domain/cases/report.schema.ts';
import { mayReport } from '#lib/domain/cases/cases.policy.ts';
import { refuse, type Result } from '#lib/domain/shared/result.ts';
import { act } from '../platform/act.ts';
import { attachFile } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { categoryByWord, findBody, findBuilding, findCommunity } from './look-up.ts';
import { openCase } from './open-case.ts';
import { plainTitle } from './plain-title.ts';

/**
 * A resident, owner or anybody appointed in the community reports something. Words of danger are refused once
 * (`cases.call-first`, with the numbers to call) and taken to the street's duty desk when sent again. Photos lose the
 * place they were taken at on the way in.
 */
export async function reportCase(
	ctx: Context,
	communityCode: string,
	input: ReportInput,
	photos: readonly File[] = []
): Promise<Result<{ id: string; number: string }>> {
	return act(ctx, async (a) => {
		const allowed = mayReport(a.actor, communityCode);
		if (!allowed.ok) return allowed;
		const community = await findCommunity(a.db, communityCode);
		if (!community) return refuse('form.not-found');
		const building = input.building ? await findBuilding(a.db, community.id, input.building) : null;
		if (building === undefined) return refuse('form.unreadable', { field: 'building' });
		const against = input.about ? await findBody(a.db, communityCode, input.about) : null;
		if (input.about && !against) return refuse('form.unreadable', { field: 'about' });

		const opened = await openCase(
			a,
			{
				community,
				category: await categoryByWord(a.db, input.what),
				title: plainTitle(input.what, input.description),
				description: input.description,
				place: [building?.label, input.place].filter(Boolean).join(' '),
				building,
				reporterOrganisationId: null,
				reporterVisible: input.visible ?? false,
				against,
				public: false
			},
			input.seen ?? false
		);
		if (!opened.ok) return opened;
		for (const photo of photos) {
			const attached = await attachFile(a, community.id, ['case', opened.value.id], photo);
			if (!attached.ok) return { ok: false, refusal: { field: 'photos', ...attached.refusal } };
		}
		return opened;
	});
}
