import { readNow } from '#lib/server/platform/act.ts';
import type { LayoutServerLoad } from './$types.ts';

export const load: LayoutServerLoad = async ({ locals }) => ({ now: await readNow(locals.ctx.database.db) });
