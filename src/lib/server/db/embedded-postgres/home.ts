import { createHash } from 'node:crypto';
import {
	accessSync,
	chownSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { onDisk, StartFailure } from '#lib/server/db/embedded-postgres/failure.ts';
import { canEnter, chooseRunner, type Runner } from '#lib/server/db/embedded-postgres/runner.ts';

/** Where one embedded database lives and who runs it. */
export type Home = {
	/** holds everything below, and binaries where a copy is needed */
	directory: string;
	/** data and password together, so that they appear and vanish as one */
	cluster: string;
	/** PostgreSQL's own data directory, mode 700 */
	data: string;
	/** the superuser's password, mode 600 */
	passwordFile: string;
	/** what the server writes to its standard error */
	serverLog: string;
	runner: Runner;
};

/**
 * Finds or makes the home of the database of `dataDir`: `<dataDir>/postgres`, or, where the runner may not enter that
 * directory (a checkout below a home of mode 700, started by root), a place under /var/lib that `<dataDir>/postgres.path` names.
 */
export function openHome(dataDir: string): Home {
	const root = resolve(dataDir);
	const record = join(root, 'postgres.path');
	claim(root);
	const recorded = existsSync(record) ? readFileSync(record, 'utf8').trim() : '';
	const near = home(recorded || join(root, 'postgres'));
	if (canEnter(near.directory, near.runner)) return near;

	const far = home(elsewhere(root));
	if (!canEnter(far.directory, far.runner)) {
		throw new StartFailure(
			`PostgreSQL does not run as root, and no other user may enter ${near.directory} or ${far.directory}. ` +
				'Start as an ordinary user, move the checkout, or set DATABASE_URL.'
		);
	}
	onDisk(record, () => writeFileSync(record, `${far.directory}\n`));
	return far;
}

/** A directory outside the checkout that belongs to this `dataDir` alone. */
function elsewhere(dataDir: string): string {
	return join('/var/lib/gongjian', createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12));
}

function home(directory: string): Home {
	const cluster = join(directory, 'cluster');
	const data = join(cluster, 'data');
	const runner = chooseRunner(data);
	claim(directory, runner);
	if (runner === 'self' && existsSync(cluster) && statSync(cluster).uid !== process.getuid?.()) {
		throw new StartFailure(
			`The database in ${directory} belongs to another user (it may have been started by root first). ` +
				`Start as that user, or take it over: sudo chown -R "$(id -un)" ${directory}`
		);
	}
	return {
		directory,
		cluster,
		data,
		passwordFile: join(cluster, 'password'),
		serverLog: join(directory, 'server.log'),
		runner
	};
}

function claim(directory: string, runner: Runner = 'self'): void {
	onDisk(directory, () => {
		mkdirSync(directory, { recursive: true, mode: 0o755 });
		accessSync(directory, constants.W_OK);
		if (runner !== 'self') chownSync(directory, runner.uid, runner.gid);
	});
}
