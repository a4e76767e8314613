import { ok, refuse, type Result } from '../shared/result.ts';

export const PASSWORD_MIN = 10;
const COMMON = ['1234567890', 'password', 'qwertyuiop', '0123456789', 'abcdefghij', 'woaizhongguo', 'iloveyou'];

/** At least ten characters of two kinds (letters, digits, others), not the login, none that everybody tries first. */
export function checkPassword(password: string, login: string): Result {
	const field = 'password';
	if ([...password].length < PASSWORD_MIN)
		return refuse('identity.password-short', { field, params: { min: PASSWORD_MIN } });
	const kinds = [/\p{L}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
	const plain = password.toLowerCase();
	const obvious =
		COMMON.some((one) => plain.includes(one)) || (login.length > 2 && plain.includes(login.toLowerCase()));
	return kinds < 2 || obvious ? refuse('identity.password-easy', { field }) : ok();
}
