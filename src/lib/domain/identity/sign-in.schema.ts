import * as v from 'valibot';

const typed = (missing: string, longest: number) =>
	v.pipe(v.string(), v.nonEmpty(missing), v.maxLength(longest, 'form.unreadable'));

export const signInForm = v.object({
	login: v.pipe(typed('identity.login-missing', 200), v.trim()),
	password: typed('identity.password-missing', 200),
	next: v.optional(v.string())
});
