// Says what happens and for how long, and runs other programs quietly. Plain Node 20: nothing is installed yet.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';

const HEARTBEAT = 5_000;
const KEPT_OUTPUT = 20_000;

/** What the person at the keyboard can mend: said without a stack. */
export class Failure extends Error {}

/** @param {string} folder throws a Failure where nothing can be written into it */
export function demandWritable(folder) {
	try {
		accessSync(folder, constants.W_OK);
	} catch {
		throw new Failure(`Cannot write to ${resolve(folder)}. Give this user the right to write there, then start again.`);
	}
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Announces the step, reports how it goes every few seconds, and says how long it took.
 * @template T
 * @param {string} title
 * @param {(report: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
	const began = Date.now();
	const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
	let latest = '';
	console.log(`• ${title} …`);
	const heartbeat = setInterval(() => console.log(`  ${seconds()} ${latest}`.trimEnd()), HEARTBEAT);
	try {
		const result = await work((line) => (latest = line.slice(0, 100)));
		console.log(`  done in ${seconds()}`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}

/**
 * Runs a program to its end; its output is kept and shown only where it fails. Throws a Failure that begins with `sentence`.
 * @param {string} program
 * @param {string[]} args
 * @param {{ sentence: string, report?: (line: string) => void, env?: NodeJS.ProcessEnv }} options
 */
export async function run(program, args, { sentence, report = () => {}, env = process.env }) {
	const { code, output } = await capture(program, args, { report, env });
	if (code !== 0) throw new Failure(`${output.trim()}\n\n${sentence}`);
	return output;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ report?: (line: string) => void, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function capture(program, args, { report = () => {}, env = process.env } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		running.add(child);
		let output = '';
		/** @param {Buffer} chunk */
		const take = (chunk) => {
			output = (output + chunk).slice(-KEPT_OUTPUT);
			const last = String(chunk).trim().split('\n').at(-1);
			if (last) report(last.trim());
		};
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		child.on('error', (error) => resolve({ code: null, output: `${output}\n${error.message}` }));
		child.on('close', (code) => {
			running.delete(child);
			resolve({ code, output });
		});
	});
}

/**
 * Hands the terminal to a program and resolves to its exit code. It ends with us: SIGTERM is passed on, Ctrl-C reaches
 * it by itself, and over the channel it notices when we are killed.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function handOver(program, args, env = process.env) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
		running.add(child);
		child.on('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.on('exit', (code, signal) => {
			running.delete(child);
			resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
		});
	});
}

let asked = false;

/** Ends what we started when we are told to end, or when the npm that started us is gone, and waits for it. */
function endTogether() {
	const end = () => {
		asked = true;
		for (const child of running) child.kill('SIGTERM');
		if (running.size === 0) process.exit(130);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		end();
	}, 500);
	watch.unref();
	if (!process.env.npm_lifecycle_event) clearInterval(watch);
}

/**
 * Runs a command from its first line to its exit code; failures that a person can mend are said in their sentence.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
	endTogether();
	try {
		process.exitCode = await work();
	} catch (error) {
		if (asked) process.exitCode = 130;
		else if (error instanceof Failure) {
			console.error(`\n${error.message}`);
			process.exitCode = 1;
		} else throw error;
	}
}
