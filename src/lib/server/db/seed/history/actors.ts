import type { Membership, Person } from '#lib/domain/shared/actor.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import { need, type Party, type World } from '../world.ts';

/** A party of the community, or of what lies above it: `property-company-0`, `street/fire`, `district/water`. */
export function partyOf(world: World, communityCode: string, slot: string): Party {
	const [, above, name] = /^(?:(street|district)\/)?(.+)$/.exec(slot)!;
	const length = above === 'street' ? 9 : above === 'district' ? 6 : 12;
	return need(world.parties, `${communityCode.slice(0, length)}/${name}`);
}

/** Somebody of the demo as policies see them: appointments, home and property. */
export function actorOf(world: World, personId: string): Person {
	const appointments = [...world.staff.values()].filter(({ id }) => id === personId);
	return {
		personId,
		name: need(world.people, personId).name,
		memberships: appointments.flatMap(({ roles, party }) => roles.map((role) => membershipOf(role, party))),
		residencies: [...world.households].flatMap(([communityCode, homes]) =>
			homes
				.filter(({ members }) => members.some(({ id }) => id === personId))
				.map(({ id, unit, representative }) => ({
					householdId: id,
					communityId: unit.communityId,
					communityCode,
					propertyAreaId: unit.propertyAreaId,
					buildingId: unit.buildingId,
					representative: representative?.id === personId
				}))
		),
		ownerships: []
	};
}

const membershipOf = (role: Role, { id, kind, areaCode }: Party): Membership => ({
	role,
	organisationId: id,
	organisationKind: kind,
	areaCode
});
