import { createClient } from '@supabase/supabase-js';
import { checkKey, type AttachmentStore } from './store.ts';

const PAGE = 1_000;

/** A private bucket of Supabase Storage, reached with the service key; made at first use where it is missing. */
export function supabaseStore(url: string, serviceKey: string, bucketName = 'attachments'): AttachmentStore {
	const { storage } = createClient(url, serviceKey, { auth: { persistSession: false, autoRefreshToken: false } });
	const bucket = storage.from(bucketName);
	let ready: Promise<void> | undefined;
	const prepare = async () => {
		const { error } = await storage.createBucket(bucketName, { public: false });
		if (error && !/already exists/i.test(error.message)) throw error;
	};
	return {
		async put(key, bytes, contentType) {
			await (ready ??= prepare().catch((error) => ((ready = undefined), Promise.reject(error))));
			const { error } = await bucket.upload(checkKey(key), bytes, { contentType, upsert: false });
			if (error) throw error;
		},
		async get(key) {
			const { data, error } = await bucket.download(checkKey(key));
			if (!error) return data.stream();
			if ('status' in error && (error.status === 404 || error.status === 400)) return null;
			throw error;
		},
		async remove(keys) {
			if (!keys.length) return;
			const { error } = await bucket.remove(keys.map(checkKey));
			if (error) throw error;
		},
		async list(month) {
			const found: { key: string; storedAt: Date }[] = [];
			for (;;) {
				const { data, error } = await bucket.list(month, { limit: PAGE, offset: found.length });
				if (error) throw error;
				found.push(
					...data.map(({ name, created_at }) => ({ key: `${month}/${name}`, storedAt: new Date(created_at ?? 0) }))
				);
				if (data.length < PAGE) return found;
			}
		}
	};
}
