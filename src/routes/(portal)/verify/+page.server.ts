import { publicRecordKey } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = () => ({ publicKey: publicRecordKey() });
