/** `npm run migrate`: brings the database at DATABASE_URL up to the code. */
import { migrate } from '#lib/server/db/migrate.ts';

const url = process.env.DATABASE_URL;
if (!url) {
	console.error('Set DATABASE_URL to the database to migrate, e.g. postgres://user:password@host:5432/gongjian.');
	process.exit(1);
}
await migrate(url);
console.log('The database is up to date.');
