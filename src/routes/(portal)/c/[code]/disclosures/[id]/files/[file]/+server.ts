import { error, redirect } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/is-id.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { fileOf, publicContent } from '#lib/server/disclosure/index.ts';
import { findArea } from '#lib/server/community/index.ts';
import type { RequestHandler } from './$types.ts';

/** The lasting address of a published file, for feeds and open data: leads to one that holds for an hour or two. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const community = isId(params.id) && (await findArea(locals.ctx, 'community', params.code));
	const readable = community && (await publicContent(locals.ctx, community.id, params.id));
	const href = readable && (await fileOf(locals.ctx, params.id, params.file));
	if (!href) error(404, sentence({ code: 'form.not-found' }));
	redirect(302, href);
};
