export type PositionStance = 'for' | 'against' | 'conditions';

/** Minutes somebody has the floor where the chair says nothing else. */
export const FLOOR_MINUTES = 3;

/** A turn at a hearing, as the page shows it. */
export interface SpeechLine {
	id: string;
	/** For those of the community; null for others. */
	person: string | null;
	/** Null: a resident. */
	organisation: string | null;
	state: 'asked' | 'speaking' | 'spoken';
	minutes: number;
	startedAt: Date | null;
	endedAt: Date | null;
	mine: boolean;
}

/** Milliseconds somebody has had the floor. */
export const spokenFor = ({ startedAt, endedAt }: Pick<SpeechLine, 'startedAt' | 'endedAt'>, now: Date): number =>
	startedAt ? Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime()) : 0;

/** How long they have had it over what was planned; nothing is cut off. */
export const overBy = (speech: SpeechLine, now: Date): number =>
	Math.max(0, spokenFor(speech, now) - speech.minutes * 60_000);

/** Time each party had the floor, in milliseconds, the longest first; residents are one (null). */
export function timePerParty(
	speeches: readonly SpeechLine[],
	now: Date
): { organisation: string | null; milliseconds: number }[] {
	const sums = new Map<string | null, number>();
	for (const one of speeches) {
		if (one.startedAt) sums.set(one.organisation, (sums.get(one.organisation) ?? 0) + spokenFor(one, now));
	}
	return [...sums]
		.map(([organisation, milliseconds]) => ({ organisation, milliseconds }))
		.toSorted((a, b) => b.milliseconds - a.milliseconds);
}

/** A question and what became of it. */
export interface QuestionLine {
	id: string;
	/** Number of the item it belongs to. */
	item: string;
	itemId: string;
	asker: string | null;
	askedFor: string | null;
	to: string;
	body: string;
	answer: string | null;
	setAside: string | null;
	closer: string | null;
	mayAnswer: boolean;
}

/** Where a party stands. */
export interface PositionLine {
	party: string;
	stance: PositionStance;
	body: string;
}
