import type { Claims, LogRow, NewRow } from '../platform/documents/index.ts';

/** Rows that another process has sent over the bus, until it is their turn. */
export class CarriedRows {
	readonly #rows = new Map<number, LogRow>();

	add(first: number, rows: readonly NewRow[]): void {
		rows.forEach((row, i) => this.#rows.set(first + i, { ...row, seq: first + i }));
	}

	/** What follows `head` without a gap, and not beyond `end`. Forgets what is not behind it. */
	take(head: number, end = Infinity): LogRow[] {
		const next: LogRow[] = [];
		for (let seq = head + 1; seq <= end; seq++) {
			const row = this.#rows.get(seq);
			if (!row) break;
			next.push(row);
		}
		this.forget(head + next.length);
		return next;
	}

	/** The rows up to `head` are known. */
	forget(head: number): void {
		for (const seq of this.#rows.keys()) if (seq <= head) this.#rows.delete(seq);
	}
}

/** Whoever wrote new structs under a client id owns it: the database has seen to that. */
export const ownersOf = (rows: readonly LogRow[]): Claims =>
	new Map(rows.flatMap((row) => row.clientIds.map((clientId) => [clientId, row.userId] as const)));
