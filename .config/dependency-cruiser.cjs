/**
 * Who may import whom. Three rings: rules (domain), use-cases (server), web (routes, features, ui); whatever is not
 * allowed here is refused.
 */
const LIB = '^src/lib';
const AREA =
	'cases|community|disclosure|evaluation|events|identity|meetings|proposals|votes|comments|links|notifications|audit';
const test = '\\.test\\.ts$|^tests/';
/** Pure libraries that rules may use: no clock, no file, no network of their own. */
const PURE =
	'^node_modules/(valibot|chinese-days|canonicalize|@cloudflare/blindrsa-ts|@noble/(curves|hashes)|yjs|@tiptap/y-tiptap)/';

/** From here only these may be imported. */
const only = (name, comment, from, ...allowed) => ({
	name,
	comment,
	severity: 'error',
	from: { ...from, pathNot: [test, ...[from.pathNot ?? []].flat()] },
	to: { pathNot: allowed, dependencyTypesNot: ['npm', 'npm-dev', 'core', 'npm-peer', 'npm-optional'] }
});

module.exports = {
	forbidden: [
		{
			name: 'domain-is-pure',
			comment: 'Rules import rules, Valibot and pure libraries only: no database, no framework, no Node.',
			severity: 'error',
			from: { path: `${LIB}/domain/`, pathNot: test },
			to: { pathNot: [`${LIB}/domain/`, PURE] }
		},
		only('i18n-alone', 'Texts know the rules at most.', { path: `${LIB}/i18n/` }, `${LIB}/i18n/`, `${LIB}/domain/`),
		only(
			'db-below-all',
			'The database knows the rules at most.',
			{ path: `${LIB}/server/db/`, pathNot: `${LIB}/server/db/seed/` },
			`${LIB}/server/db/`,
			`${LIB}/domain/`
		),
		only(
			'platform-knows-no-area',
			'What serves all areas knows none of them.',
			{ path: `${LIB}/server/platform/` },
			`${LIB}/server/(platform|db)/`,
			`${LIB}/domain/`,
			`${LIB}/i18n/`
		),
		only(
			'area-by-its-face',
			"An area's use-cases reach another area through its index.ts only.",
			{ path: `${LIB}/server/(${AREA})/` },
			`${LIB}/server/$1/`,
			`${LIB}/server/(${AREA})/index\\.ts$`,
			`${LIB}/server/(platform|db)/`,
			`${LIB}/(domain|i18n)/`
		),
		only(
			'realtime-by-faces',
			'Rooms and sockets reach the areas through their index.ts only.',
			{ path: `${LIB}/server/realtime/` },
			`${LIB}/server/(${AREA})/index\\.ts$`,
			`${LIB}/server/(realtime|platform|db)/`,
			`${LIB}/domain/`
		),
		only(
			'ui-knows-texts',
			'The design system knows nothing of ours but texts.',
			{ path: `${LIB}/ui/` },
			`${LIB}/(ui|i18n)/`,
			'^\\$app/'
		),
		only(
			'features-without-server',
			'Components never reach the server.',
			{ path: `${LIB}/features/` },
			`${LIB}/(features|domain|ui|i18n)/`,
			'^\\$app/'
		),
		only(
			'routes-thin',
			'Pages are made of features, ui, rules and texts.',
			{ path: '^src/routes/', pathNot: '(\\.server|\\+server)\\.ts$' },
			'^src/routes/',
			`${LIB}/(features|domain|ui|i18n)/`,
			'^\\$(app|env)/|/\\$types'
		),
		only(
			'routes-by-use-cases',
			"Server files of a page call the areas' faces and the platform.",
			{ path: '^src/routes/.*(\\.server|\\+server)\\.ts$' },
			'^src/routes/',
			`${LIB}/server/(${AREA})/index\\.ts$`,
			`${LIB}/server/(platform|realtime)/`,
			`${LIB}/(features|domain|ui|i18n)/`,
			'^\\$(app|env)/|/\\$types'
		),
		{
			name: 'no-database-in-routes',
			comment: 'Queries belong to an area.',
			severity: 'error',
			from: { path: '^src/(routes|hooks)|^src/lib/(features|ui|i18n)/' },
			to: { path: `^node_modules/(drizzle-orm|postgres)/|${LIB}/server/db/` }
		},
		{
			name: 'server-entry-alone',
			comment: 'The production entry runs where only the build and Node are.',
			severity: 'error',
			from: { path: '^src/server\\.ts$' },
			to: { dependencyTypesNot: ['core'] }
		},
		{
			name: 'server-without-kit',
			comment: 'Command-line tools run lib/server without Vite.',
			severity: 'error',
			from: { path: `${LIB}/(server|domain)/` },
			to: { path: '^\\$(app|env|lib)/|^node_modules/(@sveltejs/kit|svelte)/' }
		},
		{
			name: 'no-circle',
			comment: 'Modules that need each other are one module, or lack a third.',
			severity: 'error',
			from: { pathNot: '^node_modules' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'resolvable',
			comment: 'An import that leads nowhere.',
			severity: 'error',
			// what the bench compares us with is installed beside the portal
			from: { pathNot: '^tests/bench/collab/servers/' },
			to: { couldNotResolve: true, pathNot: '^\\$(app|env)/|/\\$types(\\.ts)?$|paraglide' }
		},
		{
			name: 'no-test-tools-shipped',
			comment: '`npm start` installs without the test tools.',
			severity: 'error',
			from: {
				path: '^src/|^(vite|svelte)\\.config',
				pathNot: [
					test,
					'^src/cli/(lint|dev|generate-migration)\\.ts$|^src/cli/setup/browser\\.mjs$',
					'drizzle\\.config\\.ts$'
				]
			},
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', `${LIB}/i18n/paraglide`] },
		exclude: { path: ['^(build|\\.svelte-kit|\\.data|\\.test)/'] },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types']
		},
		extraExtensionsToScan: []
	}
};
