// Builds the portal where its sources have changed since the last build. Plain Node 20.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, step } from './steps.mjs';

const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];
/** Made by the build, or no part of it. */
const APART = /^src\/(cli\/|lib\/i18n\/paraglide\/|lib\/server\/db\/seed\/)|\.inlang\/(?!settings\.json)|\.test\.ts$/;
/** Written after the last file of a build: a build cut short has none. */
const STAMP = 'build/.sources';

/** Is the build that stands here made of the sources that stand here? */
export const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest();

/**
 * Builds the portal unless it is built; whoever calls has the turn (`turn.mjs`). `onMessages` is called once the texts of the interface are compiled, long before the end.
 * @param {string} node the Node to build with
 * @param {{ onMessages?: () => void }} [options]
 */
export async function buildPortal(node, { onMessages = () => {} } = {}) {
	if (isBuilt()) return;
	const sources = digest();
	await step('Building the portal', (report) =>
		run(node, ['node_modules/vite/bin/vite.js', 'build'], {
			report,
			onMessage: (word) => word === 'messages' && onMessages(),
			// also where the one who asks runs as a test: Vite would build for development
			env: { ...process.env, NODE_ENV: 'production' },
			sentence: 'The portal could not be built; the lines above say why.'
		})
	);
	writeFileSync(STAMP, sources);
}

/** By content, not by time: a fresh checkout and a copied folder have new times. */
function digest() {
	const hash = createHash('sha256');
	for (const source of SOURCES.filter((path) => existsSync(path))) {
		for (const file of filesOf(source)) {
			if (!APART.test(file)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
	const entries = readdirOrNull(path);
	if (!entries) return [path];
	return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => filesOf(join(path, entry.name)));
}

/** @param {string} path */
function readdirOrNull(path) {
	try {
		return readdirSync(path, { withFileTypes: true });
	} catch {
		return null;
	}
}
