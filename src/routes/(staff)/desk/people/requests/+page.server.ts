import { letterDecisionForm, requestDecisionForm } from '#lib/domain/identity/homes.schema.ts';
import { opened } from '#lib/i18n/opened.ts';
import { decideLetter, decideRequest, findHouseholds, residenceQueue } from '#lib/server/identity/index.ts';
import { chosenRegister } from '../register.server.ts';
import { decided } from '../decided.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** `?q=` looks for the household that a request belongs to. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { code } = await chosenRegister({ locals, url });
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
	const queue = opened(await residenceQueue(locals.ctx, code), url);
	const found = q ? opened(await findHouseholds(locals.ctx, code, { q, page: 1 }), url).households : [];
	return { ...queue, q, found };
};

export const actions: Actions = {
	request: (event) =>
		decided(event, requestDecisionForm, (input) =>
			decideRequest(
				event.locals.ctx,
				input.id,
				input.decision === 'approve'
					? { approve: true, householdId: input.householdId }
					: { approve: false, reason: input.reason }
			)
		),
	letter: (event) =>
		decided(event, letterDecisionForm, (input) =>
			decideLetter(
				event.locals.ctx,
				input.id,
				input.decision === 'approve' ? { approve: true } : { approve: false, reason: input.reason }
			)
		)
};
