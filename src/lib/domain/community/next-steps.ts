/** What has been set up so far, as far as the asking administrator reaches. */
export interface SetUpFacts {
	districts: readonly { code: string; name: string; streets: number }[];
	streets: readonly { code: string; name: string; communities: number }[];
	communities: readonly CommunitySetUp[];
	/** Organisation in which a security administrator can be appointed; null once there is one. */
	securityAdministratorAt: string | null;
}

export interface CommunitySetUp {
	code: string;
	name: string;
	/** The residents' committee, if there is one. */
	committeeId: string | null;
	propertyAreas: number;
	hasClerk: boolean;
	hasConvener: boolean;
	households: number;
}

export type StepKey =
	| 'street'
	| 'community'
	| 'security-administrator'
	| 'committee'
	| 'property-area'
	| 'clerk'
	| 'convener'
	| 'households';

export interface NextStep {
	key: StepKey;
	/** The place to begin with. */
	name: string;
	/** How many places still lack it. */
	count: number;
	/** Where it is done; null where somebody else does it. */
	href: string | null;
}

/**
 * What is still missing until residents can be invited, in the order in which it can be done. System administrators set
 * areas up, security administrators appoint, the committee's clerk brings the list of households.
 */
export function nextSteps(facts: SetUpFacts, by: { system: boolean; security: boolean }): NextStep[] {
	const area = (code: string, part: string) => (by.system ? `/admin/areas/${code}#${part}` : null);
	const staff = (organisationId: string | null) =>
		by.security && organisationId ? `/admin/staff/new?organisation=${organisationId}` : null;
	const { districts, streets, communities, securityAdministratorAt } = facts;
	const first = <P extends { name: string }>(key: StepKey, places: readonly P[], href: (place: P) => string | null) =>
		places.length ? [{ key, name: places[0]!.name, count: places.length, href: href(places[0]!) }] : [];
	const staffed = communities.filter((one) => one.committeeId);
	return [
		...first(
			'street',
			districts.filter((one) => !one.streets),
			(one) => area(one.code, 'below')
		),
		...first(
			'community',
			streets.filter((one) => !one.communities),
			(one) => area(one.code, 'below')
		),
		...(securityAdministratorAt && by.system
			? [
					{
						key: 'security-administrator' as const,
						name: '',
						count: 1,
						href: `/admin/staff/new?organisation=${securityAdministratorAt}`
					}
				]
			: []),
		...first(
			'committee',
			communities.filter((one) => !one.committeeId),
			(one) => area(one.code, 'parties')
		),
		...first(
			'property-area',
			communities.filter((one) => !one.propertyAreas),
			(one) => area(one.code, 'property-areas')
		),
		...first(
			'clerk',
			staffed.filter((one) => !one.hasClerk),
			(one) => staff(one.committeeId)
		),
		...first(
			'convener',
			staffed.filter((one) => !one.hasConvener),
			(one) => staff(one.committeeId)
		),
		...first(
			'households',
			staffed.filter((one) => one.hasClerk && !one.households),
			() => null
		)
	];
}
