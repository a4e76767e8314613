export { acceptNotice, noticeGiven, withdrawNotice } from './accept-notice.ts';
export { changePassword } from './change-password.ts';
export { createDemoAccount, type DemoAccount } from './create-demo-account.ts';
export { createResident } from './create-resident.ts';
export { decideOwnership } from './decide-ownership.ts';
export { decideLetter, decideRequest } from './decide-residence.ts';
export { demoRoles } from './demo-accounts.ts';
export { closedTo, gateRedirect } from './gate.ts';
export { issueLetters, readLetters } from './issue-letters.ts';
export { joinHousehold } from './join-household.ts';
export { nameRepresentative, recordRepresentative } from './name-representative.ts';
export { findByPhone, openPersonSecrets, sealPersonSecrets, storePersonSecrets } from './person-secrets.ts';
export { ownHomes } from './own-homes.ts';
export { PHONE_STEP_COOKIE, readPhoneStep, sealPhoneStep } from './phone-step.ts';
export { buildingsOf, communitiesByStreet, unitsOf } from './places.ts';
export { requestOwnership } from './request-ownership.ts';
export { requestResidence } from './request-residence.ts';
export {
	enrolSecondFactor,
	giveSecondFactor,
	newSecondFactor,
	readSecondFactorTicket,
	SECOND_FACTOR_COOKIE,
	secondFactorTicket,
	spellSecret
} from './second-factor.ts';
export { demoPhoneCode, sendPhoneCode } from './send-phone-code.ts';
export { signInByPhone } from './sign-in-by-phone.ts';
export { signIn } from './sign-in.ts';
export type { Visitor } from './visitor.ts';
export { hashPassword } from '../platform/passwords.ts';
export { closeSession, openSession, resolveSession, sessionCookie, SESSION_COOKIE } from '../platform/sessions.ts';
export { ownershipQueue, queueCounts, residenceQueue } from './queue.ts';
export { readSensitive } from './read-sensitive.ts';
export { buildingLetters, findHouseholds, ownRegisters, readHousehold } from './register.ts';
export { appoint, endAppointment } from './appoint.ts';
export { appointByPhone, createStaff } from './create-staff.ts';
export { ensureFirstAdministratorLink, openSetUp, setUp } from './first-administrator.ts';
export { choosePassword, openReset, resetPassword, setAccountOpen } from './reset-password.ts';
export { administeredCodes, findStaff, organisationsWithin, readStaff } from './staff.ts';
export { eraseAccount } from './erase-account.ts';
export { exportOwnData, ownAccount, revokeSession } from './own-account.ts';
export { rolesToGive, type OfficeToGive } from './roles-to-give.ts';
export { importRegister, readImport, recentImports, uploadRegister } from './import-register.ts';
export { registerIdentity } from './register-identity.ts';
export { MOST_BYTES as MOST_IMPORT_BYTES } from './register-import/read-spreadsheet.ts';
