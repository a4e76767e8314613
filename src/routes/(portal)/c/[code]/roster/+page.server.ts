import { rosterOf } from '#lib/server/community/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => ({ roster: await rosterOf(locals.ctx, params.code) });
