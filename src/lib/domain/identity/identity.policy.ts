import type { Actor, Person } from '../shared/actor.ts';
import { within } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { PartyKind, Role } from '../shared/roles.ts';
import { fitsParty } from './roles-of-party.ts';

/**
 * Who may do what with people, homes and appointments. `areaCode` is the area it is about, `personId` the person.
 * Whatever is not allowed here is refused.
 */
export type IdentityAct =
	| { act: 'join-household' | 'request-residence' | 'request-ownership' | 'accept-notice' }
	| { act: 'own-account'; personId: string }
	| { act: 'name-representative'; householdId: string; adult: boolean }
	| {
			act: 'read-register' | 'decide-residence' | 'decide-ownership' | 'issue-letters' | 'import-register';
			areaCode: string;
	  }
	| { act: 'read-sensitive'; personId: string; areaCodes: readonly string[] }
	| { act: 'set-up-areas'; areaCode: string }
	| { act: 'read-staff'; areaCode: string }
	| {
			act: 'appoint';
			personId: string | null;
			role: Role;
			organisationKind: PartyKind | undefined;
			areaCode: string;
			/** Nobody holds that office over this area yet. */
			noSecurityAdministrator: boolean;
	  }
	| { act: 'end-appointment'; personId: string; areaCodes: readonly string[] }
	| {
			act: 'manage-credential';
			personId: string;
			areaCodes: readonly string[];
			/** The area's only security administrator, who has never chosen a password. */
			waitingSecurityAdministrator?: boolean;
	  };

export function identityPolicy(actor: Actor, wanted: IdentityAct): Result {
	if (!actor) return refuse('form.sign-in');
	return allowed(actor, wanted) ? ok() : refuse('form.forbidden');
}

function allowed(actor: Person, wanted: IdentityAct): boolean {
	switch (wanted.act) {
		case 'join-household':
		case 'request-residence':
		case 'request-ownership':
		case 'accept-notice':
			return true;
		case 'own-account':
			return wanted.personId === actor.personId;
		case 'name-representative':
			return wanted.adult && actor.residencies.some((home) => home.householdId === wanted.householdId);
		case 'read-register':
		case 'decide-residence':
		case 'decide-ownership':
		case 'issue-letters':
		case 'import-register':
			return isRegisterClerk(actor, wanted.areaCode);
		case 'read-sensitive':
			return wanted.personId === actor.personId || wanted.areaCodes.some((code) => isRegisterClerk(actor, code));
		case 'set-up-areas':
			return reaches(actor, 'system-administrator', wanted.areaCode);
		case 'read-staff':
			return isAdministratorOver(actor, wanted.areaCode);
		case 'appoint':
			return mayAppoint(actor, wanted);
		case 'end-appointment':
			return isSecurityOver(actor, wanted);
		case 'manage-credential':
			return (
				isSecurityOver(actor, wanted) ||
				(!!wanted.waitingSecurityAdministrator && isOverAll(actor, 'system-administrator', wanted))
			);
		default: {
			const never: never = wanted;
			return never;
		}
	}
}

/** The register of residents and owners is kept by the residents' committee's entry clerk, in that community alone. */
export function isRegisterClerk(actor: Actor, communityCode: string): boolean {
	return !!actor?.memberships.some(
		(m) => m.role === 'entry-clerk' && m.organisationKind === 'residents-committee' && m.areaCode === communityCode
	);
}

/** Appoints people somewhere: may be shown the way there. */
export const isSecurityAdministrator = (actor: Actor): boolean =>
	!!actor?.memberships.some((m) => m.role === 'security-administrator');

const reaches = (actor: Person, role: Role, code: string) =>
	actor.memberships.some((m) => m.role === role && within(code, m.areaCode));

const isAdministratorOver = (actor: Person, code: string) =>
	reaches(actor, 'system-administrator', code) || reaches(actor, 'security-administrator', code);

type OfPerson = { personId: string; areaCodes: readonly string[] };

/** Does the actor hold the role over every area the person is appointed in? Never over oneself. */
const isOverAll = (actor: Person, role: Role, { personId, areaCodes }: OfPerson) =>
	personId !== actor.personId && areaCodes.length > 0 && areaCodes.every((code) => reaches(actor, role, code));

const isSecurityOver = (actor: Person, wanted: OfPerson) => isOverAll(actor, 'security-administrator', wanted);

/**
 * Appointments are the security administrator's, within the own area and to roles that fit the party; nobody appoints
 * oneself. The first security administrator over an area is appointed by its system administrator, who may not be one.
 */
function mayAppoint(actor: Person, wanted: Extract<IdentityAct, { act: 'appoint' }>): boolean {
	if (wanted.personId === actor.personId) return false;
	if (!wanted.organisationKind || !fitsParty(wanted.role, wanted.organisationKind)) return false;
	if (reaches(actor, 'security-administrator', wanted.areaCode)) return true;
	return (
		wanted.role === 'security-administrator' &&
		wanted.noSecurityAdministrator &&
		reaches(actor, 'system-administrator', wanted.areaCode)
	);
}
