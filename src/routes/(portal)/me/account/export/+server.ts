import { opened } from '#lib/i18n/opened.ts';
import { exportOwnData } from '#lib/server/identity/index.ts';
import type { RequestHandler } from './$types.ts';

/** Everything kept about the person, as a JSON file of their own. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const data = opened(await exportOwnData(locals.ctx), url);
	return new Response(JSON.stringify(data, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="gongjian-my-data.json"',
			'cache-control': 'no-store'
		}
	});
};
