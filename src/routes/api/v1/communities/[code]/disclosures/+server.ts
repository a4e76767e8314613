import { error, json } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { findArea } from '#lib/server/community/index.ts';
import { openDisclosures } from '#lib/server/disclosure/index.ts';
import type { RequestHandler } from './$types.ts';

/** Everything published in a community, for anybody: texts, tables, files, versions and withdrawals with their reasons. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const community = await findArea(locals.ctx, 'community', params.code);
	if (!community) error(404, sentence({ code: 'form.not-found' }));
	const page = `${url.origin}/c/${community.code}/disclosures`;
	const disclosures = (await openDisclosures(locals.ctx, community.id)).map((one) => ({
		...one,
		href: `${page}/${one.id}`,
		attachments: one.attachments.map((file) => ({ ...file, href: `${page}/${one.id}/files/${file.id}` }))
	}));
	const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60' };
	return json({ community: { code: community.code, name: community.name }, disclosures }, { headers });
};
