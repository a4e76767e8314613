import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process of this number runs. One that has ended but was not reaped (a container without an init) does not. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
	}
	return !/^State:\s*Z/m.test(readProc(pid, 'status'));
}

/** Resolves to whether the process ended within that time. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
	for (const until = Date.now() + withinMs; Date.now() < until; await pause(20)) if (!isAlive(pid)) return true;
	return !isAlive(pid);
}

/** Whether the process was started with this argument. Where there is no /proc, the number is believed. */
export function hasArgument(pid: number, argument: string): boolean {
	return !existsSync('/proc/self/cmdline') || readProc(pid, 'cmdline').split('\0').includes(argument);
}

function readProc(pid: number, name: string): string {
	try {
		return readFileSync(`/proc/${pid}/${name}`, 'utf8');
	} catch {
		return '';
	}
}
