/** Parties of the co-building mechanism (多方共建参与主体). */
export const PARTY_KINDS = [
	'party-committee',
	'residents-committee',
	'service-station',
	'owners-committee',
	'property-company',
	'social-organisation',
	'street-office',
	'district-centre',
	'dispatched-agency',
	'supervisory-committee'
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/**
 * Roles a person can be appointed to. `resident`, `household-representative` and `owner` are not among them:
 * they follow from a confirmed residency or an approved ownership.
 */
export const ROLES = [
	'residents-representative',
	'party-member',
	'convener',
	'recorder',
	'chair',
	'publisher',
	'reviewer',
	'entry-clerk',
	'supervisor',
	'event-organiser',
	'grid-worker',
	'dispatcher',
	'handler',
	'verifier',
	'caller',
	'leader',
	'delegate',
	'system-administrator',
	'security-administrator',
	'audit-administrator'
] as const;
export type Role = (typeof ROLES)[number];

/** No one person may hold two of these (GB/T 22239: the three administrators are kept apart). */
export const SEPARATED_ROLES: readonly Role[] = [
	'system-administrator',
	'security-administrator',
	'audit-administrator'
];
