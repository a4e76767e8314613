import type { Person } from '#lib/domain/shared/actor.ts';
import { PARTY_KINDS, ROLES, type PartyKind, type Role } from '#lib/domain/shared/roles.ts';
import { membership, person } from '#lib/server/db/schema/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { DISTRICT, NEIGHBOUR, STREET, type Town } from '../../support/community.ts';
import type { TestDatabase } from '../../support/database.ts';

/** In which party a role is held where nothing else is said. */
const USUAL_PARTY: Partial<Record<Role, PartyKind>> = {
	'party-member': 'party-committee',
	supervisor: 'supervisory-committee',
	'event-organiser': 'social-organisation',
	handler: 'property-company',
	'system-administrator': 'district-centre',
	'security-administrator': 'district-centre',
	'audit-administrator': 'district-centre'
};
type OtherParty = Exclude<PartyKind, 'residents-committee'>;
const OTHER_PARTIES = PARTY_KINDS.filter((kind): kind is OtherParty => kind !== 'residents-committee');

/**
 * Everybody the matrix asks about: who has not signed in, who lives or owns here, each role (of the residents'
 * committee, or of the party that has it), a delegate of each other party, desks above, and an officer next door.
 */
export const WHO = [
	'visitor',
	'stranger',
	'resident',
	'household-representative',
	'owner',
	...ROLES,
	...OTHER_PARTIES.map((kind) => `delegate of ${kind}` as const),
	'street-dispatcher',
	'district-dispatcher',
	'next-door'
] as const;
export type Who = (typeof WHO)[number];

/** Everybody of `WHO`, in the town; the visitor is null. */
export async function plantPeople(data: TestDatabase, town: Town): Promise<Record<Who, Person | null>> {
	const people = { visitor: null } as Record<Who, Person | null>;
	people.stranger = await town.resident('外人', 0, { lives: false });
	people.resident = await town.resident('居民', 0);
	people.owner = await town.resident('业主', 2, { owner: true, lives: false });
	const head = await town.resident('户代表', 1);
	await data.sql`update household set representative_id = ${head.personId} where id = ${town.homes[1]!.householdId}`;
	people['household-representative'] = await town.asActor(head.personId);
	for (const role of ROLES) people[role] = await town.appoint(role, USUAL_PARTY[role] ?? 'residents-committee', role);
	for (const kind of OTHER_PARTIES) people[`delegate of ${kind}`] = await town.appoint(kind, kind, 'delegate');
	people['street-dispatcher'] = await town.appoint('街道值班', 'street-office', 'dispatcher', STREET);
	people['district-dispatcher'] = await town.appoint('区值班', 'district-centre', 'dispatcher', DISTRICT);

	const nextDoor = newId();
	const apart: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];
	await data.db.insert(person).values({ id: nextDoor, name: '乙社区干部' });
	await data.db.insert(membership).values(
		ROLES.filter((role) => !apart.includes(role)).map((role) => ({
			id: newId(),
			personId: nextDoor,
			organisationId: town.neighbourCommittee,
			role,
			areaId: town.areas[NEIGHBOUR],
			validFrom: new Date('2020-01-01T00:00:00Z')
		}))
	);
	people['next-door'] = await town.asActor(nextDoor);
	return people;
}
