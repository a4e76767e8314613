import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { onDisk, StartFailure } from '#lib/server/db/embedded-postgres/failure.ts';
import type { Home } from '#lib/server/db/embedded-postgres/home.ts';
import { spawnOptions, type Runner } from '#lib/server/db/embedded-postgres/runner.ts';

/**
 * The directory that holds `bin/initdb` and `bin/postgres` for this platform, ready to be run by the home's runner.
 * Where the installed package lies behind a directory that the runner may not enter, a copy in the home serves.
 */
export function findBinaries({ directory, runner }: Home): string {
	const installed = installedBinaries();
	if (hydrate(installed) && runs(installed, runner)) return installed;
	const copy = join(directory, `native-${packageVersion(installed)}`);
	if (!existsSync(copy)) onDisk(directory, () => copyWhole(installed, copy));
	if (hydrate(copy) && runs(copy, runner)) return copy;
	throw new StartFailure(
		`PostgreSQL does not run here: ${whyNot(copy, runner)}. Set DATABASE_URL to use another PostgreSQL (15 or newer).`
	);
}

/** A copy that a kill interrupts stays under another name. */
function copyWhole(from: string, to: string): void {
	const partial = `${to}.partial`;
	rmSync(partial, { recursive: true, force: true });
	cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
	renameSync(partial, to);
}

function installedBinaries(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
	} catch {
		throw new StartFailure(
			`${name} is not installed. Run npm install, or set DATABASE_URL to use another PostgreSQL (15 or newer).`
		);
	}
}

/**
 * Makes the links that npm does not pack and the programs executable. The package's install script does it too, but
 * installs may forbid scripts. False where the package lies on a disk that this user may not write to.
 */
function hydrate(native: string): boolean {
	const links: { source: string; target: string }[] = JSON.parse(
		readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
	);
	const inside = (path: string) => join(native, path.replace(/^native\//, ''));
	try {
		for (const { source, target } of links) {
			if (!existsSync(inside(target))) symlinkSync(relative(dirname(inside(target)), inside(source)), inside(target));
		}
		for (const program of ['bin/initdb', 'bin/postgres'].map(inside)) {
			if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
		}
		return true;
	} catch {
		return false;
	}
}

const tryOut = (native: string, runner: Runner) =>
	spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...spawnOptions(runner), encoding: 'utf8' });

const runs = (native: string, runner: Runner): boolean => tryOut(native, runner).status === 0;

function whyNot(native: string, runner: Runner): string {
	const { error, stderr } = tryOut(native, runner);
	return error?.message ?? stderr.trim();
}

const packageVersion = (native: string): string =>
	JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version;
