/**
 * What `npm start` tells us while it builds the portal beside us: `messages` once the texts of the interface are compiled,
 * `built` at the end. Where no build is under way both stand already.
 */
type Word = 'messages' | 'built';

const under = !!process.env.BESIDE_BUILD;
const heard = { messages: Promise.withResolvers<void>(), built: Promise.withResolvers<void>() };

process.on('message', (word) => {
	if (word === 'messages' || word === 'built') heard[word].resolve();
});

/** Waits for the word; throws `ending`'s reason where that comes first. */
export async function toldThat(word: Word, ending: AbortSignal): Promise<void> {
	ending.throwIfAborted();
	if (!under) return;
	const ended = Promise.withResolvers<never>();
	ending.addEventListener('abort', () => ended.reject(ending.reason), { once: true });
	await Promise.race([heard[word].promise, ended.promise]);
}
