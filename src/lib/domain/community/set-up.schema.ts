import * as v from 'valibot';
import { AREA_PATTERN } from '../shared/area.ts';
import { requiredText } from '../shared/form-fields.ts';
import { PARTY_KINDS } from '../shared/roles.ts';
import { COMMUNITY_KINDS } from './hierarchy.ts';

/** A text that may be left out: trimmed, null where empty. */
const text = (most: number) =>
	v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.maxLength(most, 'community.text-long'),
			v.transform((value) => value || null)
		)
	);
const id = v.pipe(v.string('form.missing'), v.uuid('form.missing'));
/** A choice that may be left empty. */
const maybeId = v.optional(
	v.pipe(
		v.string(),
		v.transform((value) => value || null),
		v.nullable(v.pipe(v.string(), v.uuid('form.unreadable')))
	)
);
const name = requiredText('community.name-missing', 50, 'community.text-long');
const letters = v.optional(
	v.pipe(
		v.string(),
		v.trim(),
		v.toUpperCase(),
		v.regex(/^([A-Z]{2,6})?$/, 'community.letters-unreadable'),
		v.transform((value) => value || null)
	)
);
const kind = v.optional(
	v.union(
		[
			v.picklist(COMMUNITY_KINDS),
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			)
		],
		'form.unreadable'
	)
);
const about = { name, letters, kind, address: text(100), phone: text(40), introduction: text(1000) };

/** The last three digits of the code: what lies before is the code of the area above. */
export const newAreaForm = v.object({
	digits: v.pipe(v.string('community.digits-missing'), v.trim(), v.regex(/^\d{3}$/, 'community.digits-missing')),
	...about
});
export const areaForm = v.object(about);

const party = { name, phone: text(40), address: text(100), duties: text(500), field: text(20) };
export const newPartyForm = v.object({ partyKind: v.picklist(PARTY_KINDS, 'community.party-kind-missing'), ...party });
export const partyForm = v.object(party);
export const dissolveForm = v.object({
	// a box that is not ticked is not sent at all
	sure: v.pipe(v.optional(v.string(), ''), v.literal('yes', 'community.not-sure'))
});

export const propertyAreaForm = v.object({ name, propertyCompanyId: maybeId, ownersCommitteeId: maybeId });
export const buildingForm = v.object({ name, gridId: maybeId });

const whole = (missing: string, least: number, most: number) =>
	v.pipe(
		v.string(missing),
		v.trim(),
		v.regex(/^-?\d{1,4}$/, missing),
		v.transform(Number),
		v.minValue(least, missing),
		v.maxValue(most, missing)
	);
export const unitForm = v.object({
	entrance: v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			whole('community.entrance-unreadable', 1, 99)
		],
		'community.entrance-unreadable'
	),
	floor: whole('community.floor-unreadable', -9, 199),
	room: requiredText('community.room-missing', 10, 'community.text-long'),
	squareMetres: v.pipe(
		v.string('community.area-unreadable'),
		v.trim(),
		v.regex(AREA_PATTERN, 'community.area-unreadable')
	),
	areaSource: v.picklist(['register', 'survey', 'contract'], 'community.area-source-missing'),
	developer: v.optional(v.literal('yes'))
});

export const gridForm = v.object({
	id: v.optional(id),
	name,
	geojson: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100_000, 'community.polygon-large')))
});
