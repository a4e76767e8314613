/** What people call it → the category it is. The interface shows `cases_plain_<key>`; the desk decides on acceptance. */
export const PLAIN_WORDS = {
	'fire-lane': 'grid-work-work-safety',
	'broken-pipe': 'component-utilities',
	manhole: 'component-utilities',
	'street-lamp': 'component-utilities',
	road: 'component-traffic',
	rubbish: 'event-environment',
	stairwell: 'event-environment',
	bins: 'component-environment',
	greenery: 'component-greenery',
	stickers: 'event-advertising',
	'building-work': 'event-construction',
	parking: 'event-street-order',
	stalls: 'event-street-order',
	charging: 'grid-work-work-safety',
	outage: 'grid-work-city-operation',
	noise: 'grid-work-mediation',
	theft: 'grid-work-public-order',
	care: 'grid-work-social-service',
	complaint: 'grid-work-appeals',
	other: 'event-other'
} as const;
export type PlainWord = keyof typeof PLAIN_WORDS;
export const PLAIN_WORD_KEYS = Object.keys(PLAIN_WORDS) as PlainWord[];
