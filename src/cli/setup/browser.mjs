// Finds a Chromium for the browser tests, or gets one. Plain Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { capture, Failure, step } from './steps.mjs';

const SYSTEM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** CHROME_PATH, Playwright's own Chromium, or the system's; null where there is none. */
export async function findBrowser() {
	const { chromium } = await import('@playwright/test');
	return (
		[process.env.CHROME_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null
	);
}

/** Installs a Chromium where none is found: Debian's by apt where this user may, else Playwright's own. */
export async function installBrowser() {
	if (await findBrowser()) return;
	await step('Installing a browser for the tests', async (report) => {
		for (const [program, args] of waysToInstall()) {
			await capture(program, args, { report });
			if (await findBrowser()) return;
		}
		throw new Failure(
			'No browser for the tests: install Chromium or Google Chrome, or set CHROME_PATH to one, then run npm test again.'
		);
	});
}

/** @returns {[string, string[]][]} */
function waysToInstall() {
	const mayUseApt = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
	return [
		...(mayUseApt
			? /** @type {[string, string[]][]} */ ([
					['apt-get', ['update', '-q']],
					['apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']]
				])
			: []),
		[process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']]
	];
}
