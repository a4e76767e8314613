import type { Actor } from '../shared/actor.ts';
import type { Role } from '../shared/roles.ts';
import { levelOf } from './hierarchy.ts';

/** Roles that residents hold among themselves: they give no working place. */
const RESIDENTS_OWN: readonly Role[] = ['residents-representative', 'party-member'];

/** Codes of the areas a person belongs to, home first: where one lives, owns, then works; each once. */
export function placesOf(actor: Actor): string[] {
	if (!actor) return [];
	return [
		...new Set([
			...actor.residencies.map((residency) => residency.communityCode),
			...actor.ownerships.map((ownership) => ownership.communityCode),
			...actor.memberships.map((membership) => membership.areaCode)
		])
	];
}

/** Only those that are communities. */
export const communitiesOf = (actor: Actor): string[] =>
	placesOf(actor).filter((code) => levelOf(code) === 'community');

/** Has the person a desk (工作台): any appointment but those residents hold among themselves. */
export const isStaff = (actor: Actor): boolean =>
	!!actor?.memberships.some((membership) => !RESIDENTS_OWN.includes(membership.role));
