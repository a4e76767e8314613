import { randomBytes } from 'node:crypto';
import { v4, v7 } from 'uuid';

/** What makes ids and secrets. */
export interface IdSource {
	ordered(): string;
	unordered(): string;
	secret(length: number): string;
}

const CHANCE: IdSource = {
	ordered: () => v7(),
	unordered: () => v4(),
	secret: (length) => randomBytes(length).toString('base64url')
};
let source = CHANCE;

/** An id that sorts by time of making (UUIDv7). For everything whose order may show. */
export const newId = (): string => source.ordered();

/** An id that tells nothing of order (UUIDv4): ballots, tokens. */
export const newUnorderedId = (): string => source.unordered();

/** A secret of `length` random bytes as base64url. */
export const newSecret = (length = 32): string => source.secret(length);

/**
 * Runs `work` with ids of another source. For the demo alone, whose past is told by use-cases and must come out the same
 * each time, with ids of the moments told: nothing else may run in the process meanwhile.
 */
export async function withIds<T>(other: IdSource, work: () => Promise<T>): Promise<T> {
	source = other;
	try {
		return await work();
	} finally {
		source = CHANCE;
	}
}
