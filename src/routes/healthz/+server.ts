import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types.ts';

/** The process lives and answers: no more is promised, so that a slow database does not get it restarted. */
export const GET: RequestHandler = () => json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
