import { redirect, type RequestEvent } from '@sveltejs/kit';
import { PHONE_STEP_COOKIE, readPhoneStep, sealPhoneStep } from '#lib/server/identity/index.ts';
import { isSecure } from '../../let-in.server.ts';

type Step = NonNullable<ReturnType<typeof readPhoneStep>>;
const PATH = '/sign-in/phone';

export function rememberStep(event: RequestEvent, step: Step): void {
	event.cookies.set(PHONE_STEP_COOKIE, sealPhoneStep(step), {
		...{ path: PATH, httpOnly: true, sameSite: 'lax', secure: isSecure(event), maxAge: 1800 }
	});
}

/** How far this browser has come; back to the beginning where it has not come so far. */
export function stepOf(event: RequestEvent, { proven }: { proven: boolean }): Step {
	const step = readPhoneStep(event.cookies.get(PHONE_STEP_COOKIE));
	if (!step || (proven && !step.proven)) redirect(303, PATH + event.url.search);
	return step;
}

export const forgetStep = (event: RequestEvent): void => event.cookies.delete(PHONE_STEP_COOKIE, { path: PATH });
