import { seal, subkey, unseal } from '../platform/secrets.ts';

/** Between the pages of signing in by phone: which phone, and whether its code has been given. */
export interface PhoneStep {
	phone: string;
	proven: boolean;
}

export const PHONE_STEP_COOKIE = 'phone-step';
const MINUTES = 30;

/** The step as a cookie value: encrypted, so that no phone stands in a browser or a log. */
export function sealPhoneStep(step: PhoneStep): string {
	const until = Date.now() + MINUTES * 60_000;
	return seal(subkey('ticket:phone-step'), JSON.stringify({ ...step, until }), 'phone-step').toString('base64url');
}

/** The step of a cookie that we sealed less than half an hour ago; null for anything else. */
export function readPhoneStep(cookie: string | undefined): PhoneStep | null {
	try {
		const plain = unseal(subkey('ticket:phone-step'), Buffer.from(cookie ?? '', 'base64url'), 'phone-step');
		const { phone, proven, until } = JSON.parse(plain.toString()) as PhoneStep & { until: number };
		return until > Date.now() ? { phone, proven } : null;
	} catch {
		// not ours, or changed on the way: as if there were none
		return null;
	}
}
