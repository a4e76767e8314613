import { createContext } from 'svelte';

/**
 * What time it is, on the portal's clock: the server says it with the page, the browser counts on from there,
 * so that "还剩 35 分钟" is right on a phone whose clock is wrong.
 */
export interface Now {
	readonly at: Date;
}

const [use, provide] = createContext<Now>();

/** Called once, by the outermost layout. `said` is the server's moment when the page was made. */
export function provideNow(said: () => Date): Now {
	let passed = $state(0);
	$effect(() => {
		const from = said() && performance.now();
		passed = 0;
		const timer = setInterval(() => (passed = performance.now() - from), 15_000);
		return () => clearInterval(timer);
	});
	return provide({
		get at() {
			return new Date(said().getTime() + passed);
		}
	});
}

export const useNow: () => Now = use;
