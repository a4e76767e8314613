import { casesWaitingFor, desksOf, unitWork } from '#lib/server/cases/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const [desks, waiting, units] = await Promise.all([
		desksOf(locals.ctx),
		casesWaitingFor(locals.ctx, 50),
		unitWork(locals.ctx)
	]);
	const memberships = locals.actor?.memberships ?? [];
	return {
		desks,
		waiting,
		units,
		handles: memberships.some(({ role }) => role === 'handler'),
		unitIds: [...new Set(memberships.map(({ organisationId }) => organisationId))]
	};
};
