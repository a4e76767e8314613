import { m } from '#lib/i18n/paraglide/messages.js';

/** Categories a new installation begins with, in the reader's language; one that a district imported has its own name. */
const NAMES: Record<string, () => string> = {
	'component-utilities': m.cases_category_component_utilities,
	'component-traffic': m.cases_category_component_traffic,
	'component-environment': m.cases_category_component_environment,
	'component-greenery': m.cases_category_component_greenery,
	'component-other': m.cases_category_component_other,
	'event-environment': m.cases_category_event_environment,
	'event-advertising': m.cases_category_event_advertising,
	'event-construction': m.cases_category_event_construction,
	'event-emergency': m.cases_category_event_emergency,
	'event-street-order': m.cases_category_event_street_order,
	'event-other': m.cases_category_event_other,
	'grid-work-base-data': m.cases_category_grid_work_base_data,
	'grid-work-appeals': m.cases_category_grid_work_appeals,
	'grid-work-social-service': m.cases_category_grid_work_social_service,
	'grid-work-population': m.cases_category_grid_work_population,
	'grid-work-city-operation': m.cases_category_grid_work_city_operation,
	'grid-work-public-order': m.cases_category_grid_work_public_order,
	'grid-work-mediation': m.cases_category_grid_work_mediation,
	'grid-work-rehabilitation': m.cases_category_grid_work_rehabilitation,
	'grid-work-work-safety': m.cases_category_grid_work_work_safety,
	'grid-work-participation': m.cases_category_grid_work_participation
};

export const categoryName = ({ code, name }: { code: string; name: string }): string => NAMES[code]?.() ?? name;
