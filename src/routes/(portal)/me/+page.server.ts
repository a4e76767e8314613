import { officesOf } from '#lib/server/community/index.ts';
import { notificationsOf } from '#lib/server/notifications/index.ts';
import { ownMatters } from '#lib/server/platform/waiting.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [told, own, offices] = await Promise.all([notificationsOf(ctx, { size: 5 }), ownMatters(ctx), officesOf(ctx)]);
	return { told: told.items, own, offices };
};
