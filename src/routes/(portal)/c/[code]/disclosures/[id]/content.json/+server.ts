import { error } from '@sveltejs/kit';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { findArea } from '#lib/server/community/index.ts';
import { publicContent } from '#lib/server/disclosure/index.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import type { RequestHandler } from './$types.ts';

/** The very bytes under the public hash: SHA-256 of this file is what the page shows. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const community = await findArea(locals.ctx, 'community', params.code);
	const content = community && (await publicContent(locals.ctx, community.id, params.id));
	if (!content) error(404, sentence({ code: 'form.not-found' }));
	return new Response(canonicalJson(content), { headers: { 'content-type': 'application/json' } });
};
