import { denied } from '#lib/i18n/opened.ts';
import { readMinutesImage } from '#lib/server/meetings/index.ts';
import type { RequestHandler } from './$types.ts';

/** A picture in minutes, for those who may see it there. The address is the same for as long as the minutes are. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	const found = await readMinutesImage(locals.ctx, params.file);
	if (!found.ok) denied(found.refusal);
	const { bytes, mediaType, sha256 } = found.value;
	const headers = {
		etag: `"${sha256}"`,
		// asked for again each time: rights may have changed
		'cache-control': 'private, no-cache',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	};
	if (request.headers.get('if-none-match') === headers.etag) {
		await bytes.cancel();
		return new Response(null, { status: 304, headers });
	}
	return new Response(bytes, { headers: { ...headers, 'content-type': mediaType, 'content-disposition': 'inline' } });
};
