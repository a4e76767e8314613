import { officesOf } from '#lib/server/community/index.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx, actor } }) => {
	const [waiting, offices] = await Promise.all([waitingFor(ctx), officesOf(ctx)]);
	const appointments = (actor?.memberships ?? []).map(({ role, areaCode, organisationKind }) => ({
		role,
		areaCode,
		organisationKind
	}));
	return { waiting: waiting.filter((item) => item.office), offices, appointments };
};
