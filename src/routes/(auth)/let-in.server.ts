import { redirect, type RequestEvent } from '@sveltejs/kit';
import { deviceName } from '#lib/domain/identity/device.ts';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { sessionCookie, SESSION_COOKIE, type Visitor } from '#lib/server/identity/index.ts';

export const isSecure = (event: RequestEvent): boolean => event.url.protocol === 'https:';

export const visitorOf = (event: RequestEvent): Visitor => ({
	address: event.getClientAddress(),
	device: deviceName(event.request.headers.get('user-agent'))
});

/** Sets the cookie of a session just opened and goes where the person was going. */
export function letIn(event: RequestEvent, token: string, next: string | undefined): never {
	event.cookies.set(SESSION_COOKIE, token, sessionCookie(isSecure(event)));
	redirect(303, nextPath(next));
}

/** `path` with the way to go on with, where there is one. */
export function withNext(path: string, next: unknown): string {
	const to = nextPath(next);
	return to === '/' ? path : `${path}?next=${encodeURIComponent(to)}`;
}
