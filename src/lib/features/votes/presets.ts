import { m } from '#lib/i18n/paraglide/messages.js';

const TEXTS: Record<string, { title: () => string; plain: () => string }> = {
	'residents-meeting': { title: m.votes_preset_residents_meeting, plain: m.votes_plain_residents_meeting },
	'residents-meeting-2026': { title: m.votes_preset_residents_meeting_2026, plain: m.votes_plain_residents_meeting },
	'villagers-assembly-persons': {
		title: m.votes_preset_villagers_assembly_persons,
		plain: m.votes_plain_villagers_assembly_persons
	},
	'villagers-assembly-households': {
		title: m.votes_preset_villagers_assembly_households,
		plain: m.votes_plain_villagers_assembly_households
	},
	'villagers-representatives': {
		title: m.votes_preset_villagers_representatives,
		plain: m.votes_plain_villagers_representatives
	},
	'owners-ordinary': { title: m.votes_preset_owners_ordinary, plain: m.votes_plain_owners_ordinary },
	'owners-special': { title: m.votes_preset_owners_special, plain: m.votes_plain_owners_special },
	'property-management-committee': {
		title: m.votes_preset_property_management_committee,
		plain: m.votes_plain_property_management_committee
	},
	consultation: { title: m.votes_preset_consultation, plain: m.votes_plain_consultation }
};

/** The preset's name, and its rule in one plain sentence. */
export const presetTitle = (id: string): string => TEXTS[id]!.title();
export const presetPlain = (id: string): string => TEXTS[id]!.plain();
