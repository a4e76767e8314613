import { dissolveForm, partyForm } from '#lib/domain/community/set-up.schema.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { changeParty, dissolveParty, partyToSetUp } from '#lib/server/community/index.ts';
import { rolesToGive } from '#lib/server/identity/index.ts';
import { saved } from '../../saved.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const party = opened(isId(params.id) ? await partyToSetUp(ctx, params.id) : refuse('form.not-found'), url);
	return { party, mayAppoint: (await rolesToGive(ctx, params.id)).ok };
};

export const actions: Actions = {
	change: (event) => saved(event, partyForm, (facts) => changeParty(event.locals.ctx, event.params.id, facts)),
	dissolve: async (event) => {
		const party = opened(await partyToSetUp(event.locals.ctx, event.params.id), event.url);
		return saved(event, dissolveForm, () => dissolveParty(event.locals.ctx, party.id), {
			said: () => m.admin_dissolved({ name: party.name }),
			to: () => `/admin/areas/${party.area.code}`
		});
	}
};
