import { COLUMNS } from '#lib/domain/identity/register-file/columns.ts';
import { opened } from '#lib/i18n/opened.ts';
import { ownRegisters } from '#lib/server/identity/index.ts';
import type { RequestHandler } from './$types.ts';

/** The headings alone. With a byte order mark, or Excel shows Chinese as nonsense. */
export const GET: RequestHandler = async ({ locals, url }) => {
	opened(await ownRegisters(locals.ctx), url);
	return new Response(`\uFEFF${COLUMNS.map(({ head }) => head).join(',')}\r\n`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="register.csv"; filename*=UTF-8''${encodeURIComponent('住户名单模板.csv')}`
		}
	});
};
