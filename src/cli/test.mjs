// `npm test`: installs what is missing, runs lint, unit, integration and browser tests, and ends with `N passed, N failed`.
// `npm test -- lint unit` runs these stages only. Plain Node >= 20: at the first run nothing is installed yet.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './setup/browser.mjs';
import { buildPortal } from './setup/build.mjs';
import { findNode, installPackages } from './setup/packages.mjs';
import { Failure, handOver, main } from './setup/steps.mjs';
import { countOf, fromLint, fromPlaywright, fromVitest } from './setup/test-reports.mjs';
import { takeTurn } from './setup/turn.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const REPORTS = '.test/reports';

/** @typedef {import('./setup/test-reports.mjs').Count} Count */
/** @type {Record<string, (node: string) => Promise<Count>>} */
const STAGES = {
	async lint(node) {
		const file = `${REPORTS}/lint.json`;
		return countOf(fromLint, file, await handOver(node, ['src/cli/lint.ts', '--report', file]));
	},
	unit: (node) => vitest(node, 'unit'),
	integration: (node) => vitest(node, 'integration'),
	async e2e(node) {
		const file = `${REPORTS}/e2e.json`;
		const release = takeTurn();
		await buildPortal(node);
		release();
		await installBrowser();
		const code = await handOver(
			node,
			[
				'node_modules/@playwright/test/cli.js',
				'test',
				'--config',
				'tests/playwright.config.ts',
				'--reporter=list,json'
			],
			{ ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
		);
		return countOf(fromPlaywright, file, code);
	}
};

/** @param {string} node @param {string} project */
async function vitest(node, project) {
	const file = `${REPORTS}/${project}.json`;
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters];
	return countOf(fromVitest, file, await handOver(node, args));
}

await main(async () => {
	const asked = process.argv.slice(2);
	const unknown = asked.find((name) => !(name in STAGES));
	if (unknown) throw new Failure(`There is no stage ${unknown}: choose from ${Object.keys(STAGES).join(', ')}.`);
	await installPackages({ withTestTools: true });
	const node = findNode();
	rmSync(REPORTS, { recursive: true, force: true });
	mkdirSync(REPORTS, { recursive: true });

	/** @type {Count} */
	const total = { passed: 0, failed: 0, failures: [] };
	for (const [name, run] of Object.entries(STAGES)) {
		if (asked.length > 0 && !asked.includes(name)) continue;
		console.log(`\n── ${name} ──`);
		const count = await run(node).catch((error) => {
			if (!(error instanceof Failure)) throw error;
			console.error(error.message);
			return { passed: 0, failed: 1, failures: [error.message] };
		});
		console.log(`${name}: ${count.passed} passed, ${count.failed} failed`);
		total.passed += count.passed;
		total.failed += count.failed;
		total.failures.push(...count.failures.map((failure) => `${name}: ${failure}`));
	}
	// once more at the end: a log that is cut keeps its last lines
	if (total.failures.length > 0) console.log(`\nWhat failed:\n${total.failures.map((line) => `✗ ${line}`).join('\n')}`);
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	return total.failed > 0 ? 1 : 0;
});
