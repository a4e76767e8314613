// One at a time: who installs or builds in this folder. Plain Node 20: nothing is installed yet.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { demandWritable, Failure } from './steps.mjs';

const FILE = '.preparing';
/** Nobody prepares for longer; an older file is of a process whose number has gone to another. */
const LONGEST = 30 * 60_000;

/**
 * Takes the turn to install and build here, until the answered function is called or we end. Throws a Failure where
 * another has it.
 * @returns {() => void}
 */
export function takeTurn() {
	demandWritable('.');
	const holder = whoPrepares();
	if (holder)
		throw new Failure(
			`Another npm start or npm test (process ${holder}) is installing or building in this folder. Wait until it is done, then start again.`
		);
	rmSync(FILE, { force: true });
	try {
		writeFileSync(FILE, String(process.pid), { flag: 'wx' });
	} catch (error) {
		// somebody was quicker by a moment
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return takeTurn();
		throw error;
	}
	const release = () => rmSync(FILE, { force: true });
	process.once('exit', release);
	return () => {
		process.off('exit', release);
		release();
	};
}

/** @returns {number | null} */
function whoPrepares() {
	try {
		if (Date.now() - statSync(FILE).mtimeMs > LONGEST) return null;
		const pid = Number(readFileSync(FILE, 'utf8'));
		if (!pid) return null;
		process.kill(pid, 0);
		return pid;
	} catch (error) {
		const { code } = /** @type {NodeJS.ErrnoException} */ (error);
		if (code === 'EPERM') return Number(readFileSync(FILE, 'utf8'));
		// no file, or no such process: a start that was killed
		if (code === 'ENOENT' || code === 'ESRCH') return null;
		throw error;
	}
}
