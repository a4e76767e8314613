import { json } from '@sveltejs/kit';
import { publishedHeads } from '#lib/server/platform/audit/heads.ts';
import type { RequestHandler } from './$types.ts';

const MOST = 100_000;

/** All published heads, to be kept outside: `npm run -s audit:verify -- heads.json` holds the audit against them later. */
export const GET: RequestHandler = async ({ locals }) => {
	const heads = await publishedHeads(locals.ctx.database, MOST);
	return json({ heads }, { headers: { 'cache-control': 'public, max-age=300' } });
};
