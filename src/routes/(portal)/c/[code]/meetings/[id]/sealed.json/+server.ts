import { error } from '@sveltejs/kit';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { sealedContent } from '#lib/server/meetings/index.ts';
import type { RequestHandler } from './$types.ts';

/** The very bytes under the sealed hash: SHA-256 of this file is the hash that the parties signed. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const found = await sealedContent(locals.ctx, params.id);
	if (!found.ok) error(found.refusal.code === 'form.not-found' ? 404 : 403, sentence(found.refusal));
	return new Response(canonicalJson(found.value), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="minutes-${params.id}.json"`
		}
	});
};
