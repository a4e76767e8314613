import type { PartyKind } from '../shared/roles.ts';
import type { AreaLevel } from './hierarchy.ts';

/** Which parties an area of each level has. Dispatched agencies sit with the street or the district that they serve. */
const PLACES: Record<AreaLevel, readonly PartyKind[]> = {
	district: ['district-centre', 'dispatched-agency'],
	street: ['street-office', 'dispatched-agency', 'social-organisation'],
	community: [
		'party-committee',
		'residents-committee',
		'service-station',
		'supervisory-committee',
		'owners-committee',
		'property-company',
		'social-organisation',
		'dispatched-agency'
	]
};

export const partiesOf = (level: AreaLevel): readonly PartyKind[] => PLACES[level];

/** Bodies of which an area has exactly one (村民/居民委员会组织法; 两委一站). */
const SINGLE: readonly PartyKind[] = [
	'party-committee',
	'residents-committee',
	'service-station',
	'supervisory-committee',
	'street-office',
	'district-centre'
];

export const isSingle = (kind: PartyKind): boolean => SINGLE.includes(kind);
