import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { secretCastSchema } from '#lib/domain/votes/votes.schema.ts';
import { castSecretBallot } from '#lib/server/votes/index.ts';
import type { RequestHandler } from './$types.ts';

/**
 * Casts a secret ballot by its token. Nobody is asked who they are: a session that comes along is not looked at, and
 * nothing of the request is logged.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	locals.unlogged = true;
	const input = v.safeParse(secretCastSchema, await request.json().catch(() => null));
	if (!input.success) return json({ code: 'form.unreadable' }, { status: 422 });
	const cast = await castSecretBallot(locals.ctx.database, params.id, input.output);
	return cast.ok ? json(cast.value) : json({ code: cast.refusal.code }, { status: 409 });
};
