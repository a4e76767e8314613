import { diskStore } from './disk-store.ts';
import type { AttachmentStore } from './store.ts';
import { supabaseStore } from './supabase-store.ts';

let store: AttachmentStore | undefined;

/** Supabase Storage where SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY are set, else ATTACHMENTS_DIR on disk. */
export function theAttachmentStore(): AttachmentStore {
	const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY, ATTACHMENTS_DIR } = process.env;
	store ??=
		SUPABASE_URL && SUPABASE_SERVICE_ROLE_KEY
			? supabaseStore(SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY)
			: diskStore(ATTACHMENTS_DIR ?? '.data/attachments');
	return store;
}
