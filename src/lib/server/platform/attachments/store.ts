/** Where the bytes of attachments live. Keys are made by us (`2026/11/<random>`), never from anything a person typed. */
export interface AttachmentStore {
	put(key: string, bytes: Buffer, mediaType: string): Promise<void>;
	/** The bytes as a stream, or null where nothing is stored under the key. */
	get(key: string): Promise<ReadableStream<Uint8Array> | null>;
	remove(keys: string[]): Promise<void>;
	/** What was stored in the month `2026/11`, to find what no row names. */
	list(month: string): Promise<{ key: string; storedAt: Date }[]>;
}

/** Refuses a key that is not of our own making before it reaches a path or an address. */
export function checkKey(key: string): string {
	if (!/^\d{4}\/\d{2}\/[0-9a-f-]{36}$/.test(key)) throw new Error('not a storage key');
	return key;
}
