// Says what happens and for how long, and runs other programs quietly. Plain Node 20: nothing is installed yet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
 * Announces the step, reports how it goes every few seconds, and says how long it took. Each line names the step: two
 * may be under way at once.
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
	const heartbeat = setInterval(() => console.log(`  ${title}: ${seconds()} ${latest}`.trimEnd()), HEARTBEAT);
	try {
		const result = await work((line) => (latest = line.slice(0, 100)));
		console.log(`  ${title}: done in ${seconds()}`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}

/**
 * Runs a program to its end; its output is kept and shown only where it fails. Throws a Failure that begins with `sentence`.
 * @param {string} program
 * @param {string[]} args
 * @param {{ sentence: string } & Hearing} options
 */
export async function run(program, args, { sentence, ...hearing }) {
	const { code, output } = await capture(program, args, hearing);
	if (code !== 0) throw new Failure(`${output.trim()}\n\n${sentence}`);
	return output;
}

/**
 * How we hear from a program that runs quietly: its latest line, and what it sends over the channel that a Node program has.
 * @typedef {{ report?: (line: string) => void, onMessage?: (message: unknown) => void, env?: NodeJS.ProcessEnv }} Hearing
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Hearing} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function capture(program, args, { report = () => {}, onMessage, env = process.env } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			env: { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
			stdio: ['ignore', 'pipe', 'pipe', ...(onMessage ? /** @type {const} */ (['ipc']) : [])]
		});
		running.add(child);
		if (onMessage) child.on('message', onMessage);
		let output = '';
		/** @param {Buffer} chunk */
		const take = (chunk) => {
			output = (output + chunk).slice(-KEPT_OUTPUT);
			const last = String(chunk).trim().split('\n').at(-1);
			if (last) report(last.trim());
		};
		child.stdout?.on('data', take);
		child.stderr?.on('data', take);
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
export const handOver = (program, args, env) => launch(program, args, env).ended;

/**
 * As `handOver`, for a program that is told something while it runs.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ tell: (word: string) => void, ended: Promise<number> }}
 */
export function launch(program, args, env = process.env) {
	const child = spawn(program, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	running.add(child);
	/** @type {Promise<number>} */
	const ended = new Promise((resolve) => {
		child.on('error', (error) => {
			running.delete(child);
			console.error(error.message);
			resolve(1);
		});
		child.on('exit', (code, signal) => {
			running.delete(child);
			resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
		});
	});
	return { tell: (word) => void (child.connected && child.send(word)), ended };
}

let asked = false;

/** Ends what still runs of what we started, and waits for it. */
async function endRest() {
	const rest = [...running];
	for (const child of rest) child.kill('SIGTERM');
	await Promise.all(rest.map((child) => once(child, 'exit')));
}

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
		await endRest();
	} catch (error) {
		await endRest();
		if (asked) process.exitCode = 130;
		else if (error instanceof Failure) {
			console.error(`\n${error.message}`);
			process.exitCode = 1;
		} else throw error;
	}
}
