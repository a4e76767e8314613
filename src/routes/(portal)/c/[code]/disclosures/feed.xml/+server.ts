import { error } from '@sveltejs/kit';
import { atomFeed } from '#lib/features/disclosure/atom-feed.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { findArea } from '#lib/server/community/index.ts';
import { openDisclosures } from '#lib/server/disclosure/index.ts';
import type { RequestHandler } from './$types.ts';

/** What stands published, the latest fifty, as an Atom feed (RFC 4287). */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const community = await findArea(locals.ctx, 'community', params.code);
	if (!community) error(404, sentence({ code: 'form.not-found' }));
	const disclosures = await openDisclosures(locals.ctx, community.id, { most: 50, standing: true });
	const xml = atomFeed({ community, disclosures, root: `${url.origin}/c/${community.code}/disclosures` });
	return new Response(xml, {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=60' }
	});
};
