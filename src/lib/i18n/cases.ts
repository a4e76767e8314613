import type { PlainWord } from '#lib/domain/cases/plain-words.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** The everyday word for a kind of matter, in the reader's language or in the one asked for. */
export function plainWordName(word: PlainWord, locale?: 'zh-CN' | 'en'): string {
	return PLAIN_NAMES[word]({}, { locale });
}

const PLAIN_NAMES: Record<PlainWord, (params: object, options: { locale?: 'zh-CN' | 'en' }) => string> = {
	'fire-lane': m.cases_plain_fire_lane,
	'broken-pipe': m.cases_plain_broken_pipe,
	manhole: m.cases_plain_manhole,
	'street-lamp': m.cases_plain_street_lamp,
	road: m.cases_plain_road,
	rubbish: m.cases_plain_rubbish,
	stairwell: m.cases_plain_stairwell,
	bins: m.cases_plain_bins,
	greenery: m.cases_plain_greenery,
	stickers: m.cases_plain_stickers,
	'building-work': m.cases_plain_building_work,
	parking: m.cases_plain_parking,
	stalls: m.cases_plain_stalls,
	charging: m.cases_plain_charging,
	outage: m.cases_plain_outage,
	noise: m.cases_plain_noise,
	theft: m.cases_plain_theft,
	care: m.cases_plain_care,
	complaint: m.cases_plain_complaint,
	other: m.cases_plain_other
};
