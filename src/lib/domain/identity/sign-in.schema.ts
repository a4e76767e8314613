import * as v from 'valibot';

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
