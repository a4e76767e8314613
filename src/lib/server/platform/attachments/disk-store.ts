import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { checkKey, type AttachmentStore } from './store.ts';

/** Files below `folder`, written whole or not at all, readable by the portal's own user only. */
export function diskStore(folder: string): AttachmentStore {
	const root = resolve(folder);
	const pathOf = (key: string) => join(root, checkKey(key));
	return {
		async put(key, bytes) {
			const path = pathOf(key);
			await mkdir(dirname(path), { recursive: true, mode: 0o700 });
			const file = await open(`${path}.part`, 'w', 0o600);
			try {
				await file.writeFile(bytes);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(`${path}.part`, path);
		},
		async get(key) {
			const file = await open(pathOf(key)).catch(absent(null));
			return file && (Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
		},
		async remove(keys) {
			for (const key of keys) await rm(pathOf(key), { force: true });
		},
		async list(month) {
			const names: string[] = await readdir(join(root, month)).catch(absent([]));
			const keys = names.filter((name) => !name.endsWith('.part')).map((name) => `${month}/${name}`);
			return Promise.all(keys.map(async (key) => ({ key, storedAt: (await stat(pathOf(key))).mtime })));
		}
	};
}

const absent =
	<T>(value: T) =>
	(error: NodeJS.ErrnoException): T => {
		if (error.code === 'ENOENT') return value;
		throw error;
	};
