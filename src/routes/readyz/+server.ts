import { json } from '@sveltejs/kit';
import { readiness } from '#lib/server/platform/readiness.ts';
import { theDatabase } from '#lib/server/platform/runtime.ts';
import type { RequestHandler } from './$types.ts';

/** 200 while people may be sent here, 503 otherwise. */
export const GET: RequestHandler = async () => {
	const state = await readiness(theDatabase());
	return json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
