import { createHistogram } from 'node:perf_hooks';

const MARK = '@#';
const DIGITS = 7;

/** Edits by number: when each was sent, how long until others had it and until its author was told that it is kept. */
export class Tally {
	readonly fanOut = createHistogram();
	readonly ack = createHistogram();
	readonly acknowledgedEdits: number[] = [];
	#sentAt: number[] = [];
	/** Edits before this one are not counted: everything was still warming up. */
	#from = 0;

	get edits(): number {
		return this.#sentAt.length - this.#from;
	}

	/** From here on it counts. */
	start(): void {
		this.#from = this.#sentAt.length;
		this.fanOut.reset();
		this.ack.reset();
	}

	begin(): number {
		return this.#sentAt.push(performance.now()) - 1;
	}

	/** What is typed for an edit: it is found again in whatever message brings it. */
	word(edit: number): string {
		return `${MARK}${String(edit).padStart(DIGITS, '0')}`;
	}

	received(message: Buffer): void {
		for (let at = message.indexOf(MARK); at >= 0; at = message.indexOf(MARK, at + MARK.length)) {
			const edit = Number(message.toString('latin1', at + MARK.length, at + MARK.length + DIGITS));
			this.#record(this.fanOut, edit);
		}
	}

	acknowledged(edit: number): void {
		this.acknowledgedEdits.push(edit);
		this.#record(this.ack, edit);
	}

	/** In microseconds; edits from before the start, which arrive again as content, are passed over. */
	#record(histogram: typeof this.fanOut, edit: number): void {
		const sentAt = this.#sentAt[edit];
		if (edit >= this.#from && sentAt !== undefined) {
			histogram.record(Math.max(1, Math.round((performance.now() - sentAt) * 1000)));
		}
	}
}
