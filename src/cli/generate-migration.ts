/**
 * `npm run db:generate -- what-it-does`: adds the numbered migration that brings drizzle/ up to the schema in
 * src/lib/server/db/schema. Committed migrations are only ever added to. `--check` fails where one would be missing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';

const CHECKED_COPY = '.data/migrations-check';
const migrationsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sql'));

/** Runs drizzle-kit; it asks at the terminal whether a column was renamed, and fails where there is no terminal. */
function generate(folder: string, name: string, stdio: 'inherit' | 'pipe') {
	return spawnSync(
		process.execPath,
		[
			'node_modules/drizzle-kit/bin.cjs',
			'generate',
			'--dialect=postgresql',
			'--casing=snake_case',
			'--schema=./src/lib/server/db/schema/*.ts',
			`--out=${folder}`,
			`--name=${name}`
		],
		{ stdio, encoding: 'utf8' }
	);
}

/** Says what is missing, or nothing where schema and migrations agree. */
function missing(): string | null {
	rmSync(CHECKED_COPY, { recursive: true, force: true });
	mkdirSync('.data', { recursive: true });
	cpSync('drizzle', CHECKED_COPY, { recursive: true });
	try {
		const run = generate(CHECKED_COPY, 'missing', 'pipe');
		const added = migrationsIn(CHECKED_COPY).length - migrationsIn('drizzle').length;
		const agree = run.status === 0 && added === 0 && run.stdout.includes('No schema changes');
		return agree ? null : `${run.stdout}${run.stderr}`.trim();
	} finally {
		rmSync(CHECKED_COPY, { recursive: true, force: true });
	}
}

const [argument] = process.argv.slice(2);
if (argument === '--check') {
	const said = missing();
	if (said !== null) {
		console.error(`${said}\n\nThe schema has changes that no migration holds: npm run db:generate -- what-it-does`);
		process.exitCode = 1;
	}
} else {
	if (argument === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(argument)) {
		console.error('Name the migration by what it does: npm run db:generate -- add-sick-leave');
		process.exit(1);
	}
	process.exitCode = generate('./drizzle', argument.replaceAll('-', '_'), 'inherit').status ?? 1;
}
