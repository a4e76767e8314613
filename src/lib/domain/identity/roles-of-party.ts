import type { PartyKind, Role } from '../shared/roles.ts';

/** What people of any party may be: they lead it, speak and write for it, and publish what it owes. */
const ANY: readonly Role[] = ['leader', 'delegate', 'recorder', 'publisher', 'reviewer'];
/** The three administrators sit where public power sits. */
const ADMINISTRATORS: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];
const COMMAND: readonly Role[] = ['dispatcher', 'verifier', 'caller', 'handler', 'supervisor'];

const OWN: Record<PartyKind, readonly Role[]> = {
	'party-committee': ['party-member', 'chair', 'convener'],
	'residents-committee': [
		...(['convener', 'chair', 'entry-clerk', 'residents-representative', 'grid-worker', 'event-organiser'] as const),
		...COMMAND.filter((role) => role !== 'supervisor'),
		...ADMINISTRATORS
	],
	'service-station': ['handler', 'caller', 'entry-clerk', 'event-organiser', 'grid-worker'],
	'owners-committee': ['convener', 'chair', 'entry-clerk'],
	'property-company': ['handler'],
	'social-organisation': ['event-organiser'],
	'supervisory-committee': ['supervisor'],
	'street-office': ['convener', 'chair', 'grid-worker', 'event-organiser', ...COMMAND, ...ADMINISTRATORS],
	'district-centre': [...COMMAND, ...ADMINISTRATORS],
	'dispatched-agency': ['handler']
};

/** Roles that a person can hold in a party of this kind. Whatever is not among them is given to nobody there. */
export const rolesOf = (kind: PartyKind): Role[] => [...ANY, ...OWN[kind]];

export const fitsParty = (role: Role, kind: PartyKind): boolean => rolesOf(kind).includes(role);
