import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = 'src/routes';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'fallback'];

export interface FoundRoute {
	/** As SvelteKit names it, without the groups: /c/[code]/votes */
	id: string;
	/** `GET` for a page, the names of its form actions, the methods of an endpoint. */
	requests: string[];
	/** Where the page's own data stands among that of its layouts, root first; null where it has none. */
	dataAt: number | null;
}

/** Every page, form action and endpoint below src/routes, read from the files themselves. */
export async function findRoutes(): Promise<FoundRoute[]> {
	const folders = new Map<string, string[]>();
	for (const path of readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).sort()) {
		const cut = path.lastIndexOf('/');
		const [folder, file] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
		if (/^\+(page(@.*)?\.svelte|page\.server\.ts|server\.ts)$/.test(file)) {
			folders.set(folder, [...(folders.get(folder) ?? []), file]);
		}
	}
	const routes: FoundRoute[] = [];
	for (const [folder, files] of folders) {
		const exported = async (file: string): Promise<Record<string, unknown>> =>
			files.includes(file) ? await import(pathToFileURL(join(ROOT, folder, file)).href) : {};
		const [page, endpoint] = [await exported('+page.server.ts'), await exported('+server.ts')];
		const isPage = files.some((file) => file.startsWith('+page'));
		routes.push({
			id: `/${folder}`.replaceAll(/\/\([^/]*\)/g, '') || '/',
			requests: [
				...(isPage ? ['GET'] : []),
				...Object.keys((page.actions as object | undefined) ?? {}),
				...Object.keys(endpoint).filter((name) => METHODS.includes(name))
			],
			dataAt: 'load' in page ? (files.includes('+page@.svelte') ? 1 : layoutsAbove(folder)) : null
		});
	}
	return routes;
}

/** How many layouts stand around a page of this folder; the root's is always there. */
function layoutsAbove(folder: string): number {
	const parts = folder.split('/');
	const above = parts.map((_, i) => join(ROOT, ...parts.slice(0, i + 1)));
	return 1 + above.filter((path) => readdirSync(path).some((file) => file.startsWith('+layout'))).length;
}
