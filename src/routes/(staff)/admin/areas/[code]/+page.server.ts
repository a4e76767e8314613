import {
	areaForm,
	gridForm,
	newAreaForm,
	newPartyForm,
	propertyAreaForm
} from '#lib/domain/community/set-up.schema.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { addArea, addParty, addPropertyArea, areaToSetUp, changeArea, saveGrid } from '#lib/server/community/index.ts';
import { saved } from '../../saved.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
	opened(await areaToSetUp(locals.ctx, params.code), url);

const added = ({ name }: { name: string }) => m.admin_added({ name });

export const actions: Actions = {
	change: (event) => saved(event, areaForm, (facts) => changeArea(event.locals.ctx, event.params.code, facts)),
	below: (event) =>
		saved(event, newAreaForm, (facts) => addArea(event.locals.ctx, event.params.code, facts), {
			said: added,
			to: ({ code }) => `/admin/areas/${code}`
		}),
	party: (event) =>
		saved(
			event,
			newPartyForm,
			({ partyKind, ...facts }) => addParty(event.locals.ctx, event.params.code, { kind: partyKind, ...facts }),
			{ said: added }
		),
	propertyArea: (event) =>
		saved(event, propertyAreaForm, (facts) => addPropertyArea(event.locals.ctx, event.params.code, facts), {
			said: added,
			to: ({ propertyAreaId }) => `/admin/property-areas/${propertyAreaId}`
		}),
	grid: (event) => saved(event, gridForm, (facts) => saveGrid(event.locals.ctx, event.params.code, facts))
};
