import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { newId } from '#lib/server/platform/ids.ts';
import { theDatabase } from '#lib/server/platform/runtime.ts';

/** Runs once a process: fills the platform's registries and starts what runs by itself. */
export const init: ServerInit = async () => {};

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		const { locals } = event;
		locals.requestId = newId();
		locals.actor = null;
		locals.sessionId = null;
		locals.ctx = { database: theDatabase(), actor: locals.actor };
		const display = event.cookies.get('display');
		locals.display = display === 'elder' || display === 'elder-xl' ? display : 'standard';
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%display%', locals.display)
		});
	});

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404) console.error(event.locals.requestId, error);
	return { message: status === 404 ? 'not-found' : 'error', requestId: event.locals.requestId };
};
