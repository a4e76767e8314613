export {
	areasBelow,
	communityFigures,
	findArea,
	hierarchy,
	partiesIn,
	rosterOf,
	searchAreas,
	type CommunityFigures,
	type PublicArea,
	type RosterLine
} from './queries.ts';
export { officesOf, type Office } from './offices-of.ts';
export { shellFacts, type Place } from './shell-facts.ts';

/** Cookie of a visitor's browser: code of the community looked at last. */
export const LAST_COMMUNITY = 'community';
