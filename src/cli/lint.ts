/** `npm run lint`: every check that needs no running portal. `--report FILE` writes what passed and failed as JSON. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, main, step } from './setup/steps.mjs';

const bin = (path: string) => join('node_modules', path);

/** Name, and what Node runs. The first two make what the others read. */
const PREPARATION: [name: string, args: string[]][] = [
	['messages compile', [bin('@inlang/paraglide-js/bin/run.js'), ...messagesArguments()]],
	['SvelteKit types', [bin('@sveltejs/kit/svelte-kit.js'), 'sync']]
];
const CHECKS: [name: string, args: string[]][] = [
	['prettier', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
	['eslint', [bin('eslint/bin/eslint.js'), '--config', '.config/eslint.config.js', '--max-warnings', '0', '.']],
	[
		'svelte-check',
		[bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
	],
	[
		'who imports whom',
		[
			bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
			'--config',
			'.config/dependency-cruiser.cjs',
			'src',
			'tests',
			'vite.config.ts'
		]
	],
	['migrations follow the schema', ['src/cli/generate-migration.ts', '--check']],
	['nothing unused', [bin('knip/bin/knip.js'), '--config', '.config/knip.json', '--no-progress', '--no-config-hints']]
];

function messagesArguments(): string[] {
	const folder = './src/lib/i18n';
	return [
		'compile',
		'--project',
		`${folder}/project.inlang`,
		'--outdir',
		`${folder}/paraglide`,
		'--emit-ts-declarations',
		'--silent'
	];
}

await main(async () => {
	const results: { name: string; passed: boolean }[] = [];
	for (const [name, args] of [...PREPARATION, ...CHECKS]) {
		const { code, output } = await step(`Lint: ${name}`, (report: (line: string) => void) =>
			capture(process.execPath, args, { report })
		);
		if (code !== 0) console.log(`${output.trim()}\n✗ ${name} found something to mend\n`);
		results.push({ name, passed: code === 0 });
	}
	const reportFile = process.argv[process.argv.indexOf('--report') + 1];
	if (process.argv.includes('--report') && reportFile) writeFileSync(reportFile, JSON.stringify(results, null, '\t'));
	const failed = results.filter((result) => !result.passed);
	console.log(failed.length ? `Lint failed: ${failed.map(({ name }) => name).join(', ')}.` : 'Lint passed.');
	return failed.length ? 1 : 0;
});
