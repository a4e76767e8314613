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
export { addArea, changeArea } from './save-area.ts';
export { addBuilding, changeBuilding } from './save-building.ts';
export { saveGrid } from './save-grid.ts';
export { addParty, changeParty, dissolveParty } from './save-party.ts';
export { addPropertyArea, changePropertyArea } from './save-property-area.ts';
export { addUnit, changeUnit } from './save-unit.ts';
export { stepsToGo } from './set-up-progress.ts';
export {
	administeredAreas,
	areaToSetUp,
	buildingToSetUp,
	partyToSetUp,
	propertyAreaToSetUp
} from './set-up-queries.ts';

/** Cookie of a visitor's browser: code of the community looked at last. */
export const LAST_COMMUNITY = 'community';
