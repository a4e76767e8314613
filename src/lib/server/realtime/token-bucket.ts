/** Lets through `perSecond` units, and a burst of `seconds` of them. Goes into debt for one large piece, and pays it off. */
export class TokenBucket {
	readonly #perMs: number;
	readonly #size: number;
	#tokens: number;
	#at: number;

	constructor(perSecond: number, seconds: number, now = Date.now()) {
		this.#perMs = perSecond / 1000;
		this.#size = perSecond * seconds;
		this.#tokens = this.#size;
		this.#at = now;
	}

	/** Takes `units` and returns how many milliseconds must pass before more may be taken; 0: none. */
	take(units: number, now = Date.now()): number {
		this.#tokens = Math.min(this.#size, this.#tokens + (now - this.#at) * this.#perMs) - units;
		this.#at = now;
		return this.#tokens >= 0 ? 0 : -this.#tokens / this.#perMs;
	}
}
