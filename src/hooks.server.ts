import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { building, dev } from '$app/environment';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { registerCases } from '#lib/server/cases/index.ts';
import { registerComments } from '#lib/server/comments/index.ts';
import { registerDisclosure } from '#lib/server/disclosure/index.ts';
import {
	closedTo,
	gateRedirect,
	registerIdentity,
	resolveSession,
	sessionCookie,
	SESSION_COOKIE
} from '#lib/server/identity/index.ts';
import { registerMeetings, startMentions } from '#lib/server/meetings/index.ts';
import { registerNotifications } from '#lib/server/notifications/index.ts';
import { secure, sentTo, takesNoCookie, turnedAway } from '#lib/server/platform/http.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { log } from '#lib/server/platform/log.ts';
import { startPlatform, theLiveHub } from '#lib/server/platform/process.ts';
import { theDatabase } from '#lib/server/platform/runtime.ts';
import { startRealtime } from '#lib/server/realtime/index.ts';
import { followProcess } from '#lib/server/platform/shutdown.ts';
import { registerProposals } from '#lib/server/proposals/index.ts';
import { registerVotes } from '#lib/server/votes/index.ts';

/** What each area puts into the platform's registries: clocks, topics, attachments, jobs. One line an area. */
const registrations: (() => void)[] = [
	registerIdentity,
	registerNotifications,
	registerComments,
	registerDisclosure,
	registerMeetings,
	registerProposals,
	registerVotes,
	registerCases
];

/** Runs once a process: fills the platform's registries and starts what runs by itself. */
export const init: ServerInit = async () => {
	if (building) return;
	for (const register of registrations) register();
	followProcess({ signals: !dev });
	await startPlatform(theDatabase());
	startRealtime(theDatabase());
	startMentions(theDatabase());
};

export const handle: Handle = async ({ event, resolve }) => {
	const { locals, request, url } = event;
	const begun = performance.now();
	locals.requestId = newId();
	const refused = turnedAway(request, url.origin);
	const response = refused ? new Response(null, { status: refused }) : await answer(event, resolve);
	const { status } = response;
	const ms = Math.round(performance.now() - begun);
	if (!locals.unlogged)
		log.debug({ requestId: locals.requestId, method: request.method, route: event.route.id, status, ms }, 'answered');
	return secure(response, { https: url.protocol === 'https:', requestId: locals.requestId });
};

type Resolve = Parameters<Handle>[0]['resolve'];

const answer = (event: RequestEvent, resolve: Resolve) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		answerFormsPlainly(request);
		const { locals } = event;
		const stopped = await recognise(event);
		if (stopped) return stopped;
		const display = event.cookies.get('display');
		locals.display = display === 'elder' || display === 'elder-xl' ? display : 'standard';
		// read before the page's data, so that its live stream misses nothing
		const live = String(theLiveHub()?.position() ?? '');
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', locale).replace('%display%', locals.display).replace('%live%', live)
		});
	});

/** A form sent by a client that takes any type is answered as to a browser, by 303; JSON only where asked for. */
function answerFormsPlainly({ method, headers }: Request): void {
	if (method === 'POST' && !headers.get('accept')?.includes('application/json')) headers.set('accept', 'text/html');
}

/** Puts who asks into locals; answers by itself where they must do something first or have no business there. */
async function recognise(event: RequestEvent): Promise<Response | null> {
	const { locals, cookies, url, request, route } = event;
	const database = theDatabase();
	const token = takesNoCookie(route.id) ? undefined : cookies.get(SESSION_COOKIE);
	const signedIn = await resolveSession(database, token);
	locals.actor = signedIn?.actor ?? null;
	locals.sessionId = signedIn?.sessionId ?? null;
	locals.ctx = { database, actor: locals.actor };
	if (token && !signedIn) cookies.delete(SESSION_COOKIE, { path: '/' });
	if (token && signedIn?.prolonged) cookies.set(SESSION_COOKIE, token, sessionCookie(url.protocol === 'https:'));
	const first = gateRedirect(signedIn?.gate ?? null, request.method, url.pathname);
	if (first) return elsewhere(event, first);
	const closed = closedTo(locals.actor, route.id);
	if (closed === 'sign-in') return elsewhere(event, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	// a page that is asked for whole says it on a page
	const whole = request.method === 'GET' && !event.isDataRequest;
	return closed && !whole ? Response.json({ message: 'no-office' }, { status: 403 }) : null;
}

const elsewhere = ({ request, isDataRequest }: RequestEvent, location: string): Response =>
	sentTo(location, {
		data: isDataRequest,
		action: request.method === 'POST' && !!request.headers.get('accept')?.includes('application/json')
	});

export const handleError: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	if (status !== 404) log.error({ err: error, requestId, route: event.route.id }, 'a request failed');
	return { message: status === 404 ? 'not-found' : 'error', requestId };
};
