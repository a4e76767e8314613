import { error, json } from '@sveltejs/kit';
import { findArea } from '#lib/server/community/index.ts';
import { listMeetings } from '#lib/server/meetings/index.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import type { RequestHandler } from './$types.ts';

/** Public meetings of a community, or all that the session may see. Document ids are for `/collab/<id>`. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const community = await findArea(locals.ctx, 'community', params.code);
	if (!community) error(404, sentence({ code: 'form.not-found' }));
	const meetings = await listMeetings(locals.ctx, community.id);
	return json({ meetings });
};
