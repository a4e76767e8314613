import {
	disclosuresToReview,
	organisationsToPublishFor,
	ownDisclosures,
	ownDuties
} from '#lib/server/disclosure/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [toReview, own, organisations, duties] = await Promise.all([
		disclosuresToReview(ctx),
		ownDisclosures(ctx),
		organisationsToPublishFor(ctx),
		ownDuties(ctx)
	]);
	const missing = duties.filter(({ state }) => state === 'overdue' || state === 'soon' || state === 'open');
	return { toReview, own, duties: missing, mayBegin: organisations.length > 0 };
};
