import { m } from '#lib/i18n/paraglide/messages.js';

const NAMES = { register: m.admin_area_register, survey: m.admin_area_survey, contract: m.admin_area_contract };
export type AreaSource = keyof typeof NAMES;

/** Where a unit's area is taken from, best first. */
export const areaSources = (): { value: AreaSource; label: string }[] =>
	(Object.keys(NAMES) as AreaSource[]).map((value) => ({ value, label: NAMES[value]() }));

export const areaSourceName = (source: AreaSource): string => NAMES[source]();
