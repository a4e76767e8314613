/** A mainland mobile number as eleven digits, from how people write it (+86, spaces, dashes); null for anything else. */
export function mobileNumber(typed: string): string | null {
	const digits = typed
		.normalize('NFKC')
		.replace(/[\s().-]/g, '')
		.replace(/^(\+|00)?86(?=1\d{10}$)/, '');
	return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** 138****1234: enough to recognise one's own. */
export const maskPhone = (phone: string): string => phone.slice(0, 3) + '****' + phone.slice(-4);
