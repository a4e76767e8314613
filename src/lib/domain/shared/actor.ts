import type { PartyKind, Role } from './roles.ts';

/** One appointment of a person: a role, held in one organisation, over one area of the hierarchy. */
export interface Membership {
	role: Role;
	organisationId: string;
	organisationKind: PartyKind;
	/** Code of the district (6 digits), street (9) or community (12) the role reaches over. */
	areaCode: string;
}

/** Where a person lives: one confirmed residency. */
export interface Residency {
	householdId: string;
	communityId: string;
	communityCode: string;
	propertyAreaId: string;
	buildingId: string;
	/** Named by the household to vote for it. */
	representative: boolean;
}

/** What a person owns: one approved ownership. */
export interface Ownership {
	unitId: string;
	communityCode: string;
	propertyAreaId: string;
	buildingId: string;
}

/** Who asks. `null` stands for a visitor who has not signed in. */
export interface Person {
	personId: string;
	name: string;
	memberships: readonly Membership[];
	residencies: readonly Residency[];
	ownerships: readonly Ownership[];
}
export type Actor = Person | null;

/** Codes are nested: 110 101 003 lies within 110 101. An area lies within itself. */
export function within(code: string, areaCode: string): boolean {
	return code.startsWith(areaCode);
}

/**
 * Does the actor hold one of `roles` over the area `areaCode`: in that very area, or in one above it where
 * `reach` is `'down'` (a street's dispatcher over its communities)?
 */
export function holds(
	actor: Actor,
	roles: Role | readonly Role[],
	areaCode: string,
	reach: 'here' | 'down' = 'here'
): boolean {
	const wanted: readonly Role[] = typeof roles === 'string' ? [roles] : roles;
	return !!actor?.memberships.some(
		(m) => wanted.includes(m.role) && (reach === 'down' ? within(areaCode, m.areaCode) : m.areaCode === areaCode)
	);
}

/** Does the actor hold one of `roles` in that organisation? */
export function holdsIn(actor: Actor, roles: Role | readonly Role[], organisationId: string): boolean {
	const wanted: readonly Role[] = typeof roles === 'string' ? [roles] : roles;
	return !!actor?.memberships.some((m) => m.organisationId === organisationId && wanted.includes(m.role));
}

/** Ids of the organisations in which the actor holds the role, each once. */
export const organisationsAs = (actor: Actor, role: Role): string[] => [
	...new Set(actor?.memberships.filter((m) => m.role === role).map((m) => m.organisationId))
];

export function livesIn(actor: Actor, communityCode: string): boolean {
	return !!actor?.residencies.some((r) => r.communityCode === communityCode);
}

export function ownsIn(actor: Actor, communityCode: string): boolean {
	return !!actor?.ownerships.some((o) => o.communityCode === communityCode);
}

/** Is the actor of this community at all: a resident, an owner, or appointed in it or above it? */
export function belongsTo(actor: Actor, communityCode: string): boolean {
	return (
		livesIn(actor, communityCode) ||
		ownsIn(actor, communityCode) ||
		!!actor?.memberships.some((m) => within(communityCode, m.areaCode))
	);
}
