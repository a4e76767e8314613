import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Tests on real PostgreSQL: one server a run, a database a file. They need no Vite plugin, as the command-line tools. */
const onDatabase = (name: string, testTimeout: number): TestProjectInlineConfiguration => ({
	test: {
		name,
		include: [`tests/${name}/**/*.test.ts`],
		globalSetup: 'tests/support/start-database.ts',
		env: { GONGJIAN_SECRET: 'only-for-tests-only-for-tests-only-for-tests' },
		testTimeout,
		hookTimeout: 60_000,
		maxWorkers: 2
	}
});

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'language'
		}),
		sveltekit()
	],
	server: { fs: { allow: ['.'] } },
	test: {
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			onDatabase('integration', 30_000),
			onDatabase('proofs', 600_000)
		]
	}
});
