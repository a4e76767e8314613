import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { drawSchema } from '#lib/domain/votes/votes.schema.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { drawBallot } from '#lib/server/votes/index.ts';
import type { RequestHandler } from './$types.ts';

/** Draws the ballot of an own entry: what the browser blinded comes back signed. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	if (!locals.actor) return json({ code: 'votes.sign-in-to-vote' }, { status: 403 });
	const input = v.safeParse(drawSchema, await request.json().catch(() => null));
	if (!input.success) return json({ code: 'form.unreadable' }, { status: 422 });
	const drawn = await drawBallot(locals.ctx, params.id, input.output);
	if (drawn.ok) return json(drawn.value);
	return json({ code: drawn.refusal.code, sentence: sentence(drawn.refusal) }, { status: 409 });
};
