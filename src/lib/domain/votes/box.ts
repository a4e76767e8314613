import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { CHOICES } from './figures.ts';
import type { SecretOpening, Tally } from './secret-record.schema.ts';

/** What was in the box, once two people have counted it alike, each for themselves; null until then. */
export function settledBox(readings: readonly { tally: Tally }[]): Tally | null {
	const texts = readings.map(({ tally }) => canonicalJson(tally));
	const twice = texts.findIndex((text, i) => texts.indexOf(text) < i);
	return readings[twice]?.tally ?? null;
}

/**
 * The paper ballots of the box as ballots like those cast online, each under a number that nobody knows: in the tree and
 * among the openings none shows on what it was cast. `random` gives so many bytes in hex.
 */
export function ballotsOfBox(box: Tally, random: (bytes: number) => string): SecretOpening[] {
	return CHOICES.flatMap((choice) =>
		Array.from({ length: box[choice] }, () => ({ nonce: random(32), revision: 1, choice, salt: random(16) }))
	);
}
