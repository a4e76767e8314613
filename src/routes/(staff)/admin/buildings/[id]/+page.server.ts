import * as v from 'valibot';
import { buildingForm, unitForm } from '#lib/domain/community/set-up.schema.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { formatArea } from '#lib/domain/shared/area.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { addUnit, buildingToSetUp, changeBuilding, changeUnit } from '#lib/server/community/index.ts';
import { saved } from '../../saved.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = opened(isId(params.id) ? await buildingToSetUp(locals.ctx, params.id) : refuse('form.not-found'), url);
	const units = found.units.map(({ areaCenti, ...unit }) => ({ ...unit, squareMetres: formatArea(BigInt(areaCenti)) }));
	return { ...found, units, chosen: units.find((unit) => unit.id === url.searchParams.get('unit')) };
};

const unitChange = v.object({ unitId: v.pipe(v.string('form.missing'), v.uuid('form.missing')), ...unitForm.entries });

export const actions: Actions = {
	change: (event) => saved(event, buildingForm, (facts) => changeBuilding(event.locals.ctx, event.params.id, facts)),
	unit: (event) =>
		saved(event, unitForm, (facts) => addUnit(event.locals.ctx, event.params.id, facts), {
			said: ({ room }) => m.admin_added({ name: room })
		}),
	changeUnit: (event) => saved(event, unitChange, ({ unitId, ...facts }) => changeUnit(event.locals.ctx, unitId, facts))
};
