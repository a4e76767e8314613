import { log } from './log.ts';

export interface Loop {
	/** Runs the round now, or once more right after the one under way. */
	wake(): void;
	/** Waits for the round under way; none begins afterwards. */
	stop(): Promise<void>;
}

/**
 * Does `round` every `everyMs`, counted from the end of the last, and when woken; never two at once, and at least
 * `restMs` apart. A round that throws is logged and the next one tries again.
 */
export function startLoop(name: string, everyMs: number, round: () => Promise<unknown>, restMs = 0): Loop {
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	let again = false;
	let stopped = false;

	const run = async () => {
		again = false;
		try {
			await round();
		} catch (error) {
			log.error({ err: error, loop: name }, 'a round failed');
		}
		running = undefined;
		schedule(again ? restMs : everyMs);
	};
	const schedule = (ms: number) => {
		if (stopped) return;
		clearTimeout(timer);
		timer = setTimeout(() => (running = run()), ms);
	};
	schedule(0);

	return {
		wake: () => {
			if (running) again = true;
			else if (!again) {
				again = true;
				schedule(restMs);
			}
		},
		stop: async () => {
			stopped = true;
			clearTimeout(timer);
			await running;
		}
	};
}
