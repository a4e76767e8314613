import { buildingForm, propertyAreaForm } from '#lib/domain/community/set-up.schema.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { addBuilding, changePropertyArea, propertyAreaToSetUp } from '#lib/server/community/index.ts';
import { saved } from '../../saved.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
	opened(isId(params.id) ? await propertyAreaToSetUp(locals.ctx, params.id) : refuse('form.not-found'), url);

export const actions: Actions = {
	change: (event) =>
		saved(event, propertyAreaForm, (facts) => changePropertyArea(event.locals.ctx, event.params.id, facts)),
	building: (event) =>
		saved(event, buildingForm, (facts) => addBuilding(event.locals.ctx, event.params.id, facts), {
			said: ({ name }) => m.admin_added({ name })
		})
};
