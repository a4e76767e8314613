/** `npm run db:generate`: writes the migration that brings drizzle/ up to the schema in src/lib/server/db/schema. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';

// Until the first release there is one migration, made anew each time.
for (const name of readdirSync('drizzle')) {
	if (name === 'meta' || name.endsWith('.sql')) rmSync(`drizzle/${name}`, { recursive: true });
}
const run = spawnSync(
	'drizzle-kit',
	['generate', '--config', 'src/lib/server/db/drizzle.config.ts', '--name', 'tables'],
	{ stdio: 'inherit' }
);
process.exit(run.status ?? 1);
