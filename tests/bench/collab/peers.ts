import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Pinned. As published @y/websocket-server does not start: its ranges lead to versions that do not fit each other. */
const PACKAGES = {
	private: true,
	type: 'module',
	dependencies: {
		'@hocuspocus/server': '4.7.0',
		'@hocuspocus/extension-database': '4.7.0',
		'@y/websocket-server': '0.1.5',
		postgres: '3.4.9',
		yjs: '13.6.33'
	},
	overrides: { '@y/protocols': '1.0.6-1', yjs: '13.6.33' }
};

/**
 * Installs what we compare ourselves with, beside the portal and not into it: it is no dependency of ours. Returns the
 * folder that their servers run in; null, and says why, where they cannot be installed.
 */
export function installPeers(): string | null {
	const folder = resolve('.test/bench/peers');
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/package.json`, JSON.stringify(PACKAGES));
	console.log(`Installing what is compared into ${folder}: ${Object.keys(PACKAGES.dependencies).join(', ')}`);
	const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
	const npm = spawnSync('npm', args, { encoding: 'utf8', timeout: 120_000 });
	if (npm.status !== 0) {
		console.log(`They cannot be installed, so we are compared with the relay alone: ${npm.stderr}`);
		return null;
	}
	cpSync('tests/bench/collab/servers', folder, { recursive: true });
	return folder;
}
