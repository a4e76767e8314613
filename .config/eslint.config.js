import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', '.data/', '.test/', 'drizzle/', 'src/lib/i18n/paraglide/']),
	ts.configs.strict,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'max-lines': ['error', { max: 250 }],
			'no-console': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// the schema and our own lookups promise more than the compiler can see; `!` says so at the place
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off'
		}
	},
	{
		// a promise that nobody waits for loses its refusal and its error
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			'max-lines': ['error', { max: 300 }],
			// the portal is served at the root of its host
			'svelte/no-navigation-without-resolve': 'off',
			// a Set or Date that no template reads needs no signal
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['src/cli/**', 'src/server.ts', 'tests/bench/**', 'tests/support/**', 'src/service-worker.ts'],
		rules: { 'no-console': 'off' }
	},
	{
		// a story is told in one file
		files: ['tests/**'],
		rules: { 'max-lines': ['error', { max: 400 }] }
	},
	{
		// lists of names and texts are as long as they are
		files: ['src/lib/server/db/seed/data/**'],
		rules: { 'max-lines': 'off' }
	}
);
