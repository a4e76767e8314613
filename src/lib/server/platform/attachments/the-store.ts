import { join } from 'node:path';
import { dataDir } from '../installation.ts';
import { diskStore } from './disk-store.ts';
import type { AttachmentStore } from './store.ts';
import { supabaseStore } from './supabase-store.ts';

let store: AttachmentStore | undefined;

/** Supabase Storage where SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY are set, else a folder: ATTACHMENTS_DIR or `attachments` below DATA_DIR. */
export function theAttachmentStore(): AttachmentStore {
	const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY, ATTACHMENTS_DIR } = process.env;
	store ??=
		SUPABASE_URL && SUPABASE_SERVICE_ROLE_KEY
			? supabaseStore(SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY)
			: diskStore(ATTACHMENTS_DIR ?? join(dataDir(), 'attachments'));
	return store;
}
