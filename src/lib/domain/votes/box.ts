import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Tally } from './secret-record.schema.ts';

/** What was in the box, once two people have counted it alike, each for themselves; null until then. */
export function settledBox(readings: readonly { tally: Tally }[]): Tally | null {
	const texts = readings.map(({ tally }) => canonicalJson(tally));
	const twice = texts.findIndex((text, i) => texts.indexOf(text) < i);
	return readings[twice]?.tally ?? null;
}
