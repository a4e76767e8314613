import { error } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { disposition, readAttachment } from '#lib/server/platform/attachments/index.ts';
import type { RequestHandler } from './$types.ts';

/** What a browser may show by itself; everything else is saved. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** Whatever the bytes turn out to be, they run nothing and load nothing. */
const NO_POLICY = "default-src 'none'; sandbox";
/** Browsers refuse to show a sandboxed PDF; their viewers are sandboxes themselves. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

export const GET: RequestHandler = async ({ params, url, locals, request, setHeaders }) => {
	const found = await readAttachment(locals.ctx, params.id, url.searchParams.get('ticket') ?? '');
	if (!found.ok) {
		error(found.refusal.code === 'attachments.link-expired' ? 410 : 404, sentence(found.refusal));
	}
	const { name, mediaType, sha256, size, bytes } = found.value;
	const etag = `"${sha256}"`;
	setHeaders({
		etag,
		'cache-control': 'private, max-age=3600',
		'content-disposition': disposition(name, SHOWN.has(mediaType)),
		'x-content-type-options': 'nosniff',
		'content-security-policy': mediaType === 'application/pdf' ? PDF_POLICY : NO_POLICY
	});
	if (request.headers.get('if-none-match') === etag) {
		await bytes.cancel();
		return new Response(null, { status: 304 });
	}
	const contentType = mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
	return new Response(bytes, { headers: { 'content-type': contentType, 'content-length': String(size) } });
};
