import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** The account that PostgreSQL runs under. PostgreSQL refuses to run as root, so root lends it `nobody`. */
export type Runner = { uid: number; gid: number } | 'self';

const NOBODY = 65534;

/** Who runs the cluster at `cluster`: whoever owns it already, else this user, or `nobody` where this user is root. */
export function chooseRunner(cluster: string): Runner {
	if (process.getuid?.() !== 0) return 'self';
	if (existsSync(cluster)) {
		const { uid, gid } = statSync(cluster);
		if (uid !== 0) return { uid, gid };
	}
	return { uid: NOBODY, gid: NOBODY };
}

/** cwd is `/` because the runner may not be allowed to enter the current one; messages stay in one language. */
export function spawnOptions(runner: Runner) {
	const account = runner === 'self' ? {} : runner;
	return { cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, ...account };
}

/** Whether `runner` may go through every directory down to `directory`. */
export function canEnter(directory: string, runner: Runner): boolean {
	if (runner === 'self') return true;
	return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], spawnOptions(runner)).status === 0;
}
