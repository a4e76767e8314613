import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { denied } from '#lib/i18n/opened.ts';
import { corrigendumContent, sealedContent } from '#lib/server/meetings/index.ts';
import type { RequestHandler } from './$types.ts';

/**
 * The very bytes under the sealed hash: SHA-256 of this file is the hash that the parties signed. With `?corrigendum=1`
 * those of that correction.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const number = url.searchParams.get('corrigendum');
	const found =
		number === null
			? await sealedContent(locals.ctx, params.id)
			: await corrigendumContent(locals.ctx, params.id, /^\d{1,6}$/.test(number) ? Number(number) : 0);
	if (!found.ok) denied(found.refusal);
	return new Response(canonicalJson(found.value), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${number === null ? 'minutes' : 'corrigendum'}-${params.id}.json"`
		}
	});
};
