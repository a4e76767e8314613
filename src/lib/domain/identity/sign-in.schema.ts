import * as v from 'valibot';
import { ROLES } from '../shared/roles.ts';

/** A text field that must be filled in; `missing` is the refusal that says so. */
const filled = (missing: string, longest: number) =>
	v.pipe(v.string(missing), v.nonEmpty(missing), v.maxLength(longest, 'form.unreadable'));
const trimmed = (missing: string, longest: number) =>
	v.pipe(v.string(missing), v.trim(), v.nonEmpty(missing), v.maxLength(longest, 'form.unreadable'));
const next = v.optional(v.string());

export const signInForm = v.object({
	login: trimmed('identity.login-missing', 200),
	password: filled('identity.password-missing', 200),
	next
});
export const phoneForm = v.object({ phone: trimmed('identity.phone-missing', 40), next });
export const codeForm = v.object({ code: trimmed('identity.code-missing', 20), next });
/** Under 14 a guardian speaks for the child (PIPL art. 31): there is no account of one's own. */
export const nameForm = v.object({
	name: trimmed('identity.name-missing', 50),
	age: v.picklist(['adult', 'youth', 'child'], 'identity.age-missing'),
	next
});
export const newPasswordForm = v.object({
	password: filled('identity.password-missing', 200),
	again: filled('identity.password-missing', 200)
});
export const changePasswordForm = v.object({
	current: filled('identity.password-missing', 200),
	...newPasswordForm.entries
});
export const secondFactorForm = v.object({ secret: v.string(), code: trimmed('identity.code-missing', 20) });

const login = v.pipe(
	trimmed('identity.login-missing', 40),
	v.regex(/^[\p{L}\d][\p{L}\d._-]{2,}$/u, 'identity.login-unreadable')
);
export const setUpForm = v.object({
	name: trimmed('identity.name-missing', 50),
	login,
	...newPasswordForm.entries,
	district: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\d{6}$/, 'identity.district-missing'))),
	districtName: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('identity.district-missing'), v.maxLength(50)))
});
const appointment = {
	organisationId: v.pipe(v.string('form.missing'), v.uuid('form.missing')),
	role: v.picklist(ROLES, 'form.missing'),
	title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(50, 'form.unreadable')))
};
export const appointForm = v.object(appointment);
export const newStaffForm = v.object({ name: trimmed('identity.name-missing', 50), login, ...appointment });
export const appointByPhoneForm = v.object({ phone: trimmed('identity.phone-missing', 40), ...appointment });
export const endAppointmentForm = v.object({
	membershipId: v.pipe(v.string('form.not-found'), v.uuid('form.not-found')),
	endReason: trimmed('identity.end-reason-missing', 300)
});
