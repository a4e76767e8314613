import type { Actor, Person } from '../shared/actor.ts';
import { within } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { Role } from '../shared/roles.ts';

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
	| { act: 'appoint'; personId: string | null; role: Role; areaCode: string; noSecurityAdministrator: boolean }
	| { act: 'end-appointment' | 'manage-credential'; personId: string; areaCodes: readonly string[] };

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
		case 'manage-credential':
			return (
				wanted.personId !== actor.personId &&
				wanted.areaCodes.length > 0 &&
				wanted.areaCodes.every((code) => reaches(actor, 'security-administrator', code))
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

const reaches = (actor: Person, role: Role, code: string) =>
	actor.memberships.some((m) => m.role === role && within(code, m.areaCode));

const isAdministratorOver = (actor: Person, code: string) =>
	reaches(actor, 'system-administrator', code) || reaches(actor, 'security-administrator', code);

/**
 * Appointments are the security administrator's; nobody appoints oneself. The very first security administrator is
 * appointed by the system administrator, who set the installation up and may not be one.
 */
function mayAppoint(actor: Person, wanted: Extract<IdentityAct, { act: 'appoint' }>): boolean {
	if (wanted.personId === actor.personId) return false;
	if (reaches(actor, 'security-administrator', wanted.areaCode)) return true;
	return (
		wanted.role === 'security-administrator' &&
		wanted.noSecurityAdministrator &&
		reaches(actor, 'system-administrator', wanted.areaCode)
	);
}
