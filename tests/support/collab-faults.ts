import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { CollabClient } from '#lib/features/meetings/collab-client.ts';

/** Somebody who types words that occur once, and remembers which of them the page has shown as saved. */
export class Typist {
	readonly page: CollabClient;
	readonly #name: string;
	readonly written: string[] = [];
	#saved = 0;
	#typing = false;
	#done: Promise<void> = Promise.resolve();

	constructor(name: string, page: CollabClient) {
		this.#name = name;
		this.page = page;
	}

	/** Words that must never be lost again. */
	get saved(): string[] {
		return this.written.slice(0, this.#saved);
	}

	start(): void {
		this.#typing = true;
		this.#done = this.#type();
	}

	async stop(): Promise<void> {
		this.#typing = false;
		await this.#done;
	}

	async #type(): Promise<void> {
		const text = this.page.doc.getText('t');
		while (this.#typing) {
			if (this.page.state === 'saved') this.#saved = this.written.length;
			const word = `[${this.#name}${this.written.length}]`;
			this.written.push(word);
			text.insert(randomInt(text.length + 1) === 0 ? 0 : text.length, word);
			// typing pace: about 40 words a second
			await pause(25);
		}
	}
}

/**
 * Lets everybody type, strikes at a random moment, and looks at what is on disk before anybody can send again; then lets
 * them come back, and looks once more. Nothing that was shown as saved may be missing, and no word be there twice.
 * Returns how many words were shown as saved since the last round and had to be there.
 */
export async function surviveFault(
	typists: Typist[],
	{ strike, stored, recover }: { strike(): Promise<void>; stored(): Promise<string>; recover(): Promise<void> }
): Promise<number> {
	typists.forEach((typist) => typist.start());
	const before = typists.map((typist) => typist.saved.length);
	const goesOn = () => typists.every((typist, i) => typist.saved.length > before[i]!);
	await expect.poll(goesOn, { timeout: 60_000 }).toBe(true);
	await pause(randomInt(300));
	const saved = typists.flatMap((typist) => typist.saved);
	await strike();
	typists.forEach(({ page }) => page.provider.disconnect());
	const text = await stored();
	expect(saved.filter((word) => !text.includes(word))).toEqual([]);
	await recover();
	typists.forEach(({ page }) => page.provider.connect());
	await Promise.all(typists.map((typist) => typist.stop()));
	await expect.poll(() => typists.map(({ page }) => page.state)).toEqual(typists.map(() => 'saved'));
	const after = await stored();
	const counts = typists.flatMap(({ written }) => written.map((word) => after.split(word).length - 1));
	expect(counts.filter((count) => count !== 1)).toEqual([]);
	await expect
		.poll(() => new Set(typists.map(({ page }) => page.doc.getText('t').toString())))
		.toEqual(new Set([after]));
	return saved.length - before.reduce((sum, count) => sum + count, 0);
}
