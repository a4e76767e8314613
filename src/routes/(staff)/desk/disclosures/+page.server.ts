import { disclosuresToReview, organisationsToPublishFor, ownDisclosures } from '#lib/server/disclosure/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [toReview, own, organisations] = await Promise.all([
		disclosuresToReview(ctx),
		ownDisclosures(ctx),
		organisationsToPublishFor(ctx)
	]);
	return { toReview, own, mayBegin: organisations.length > 0 };
};
