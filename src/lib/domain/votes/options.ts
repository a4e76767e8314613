import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

/**
 * How a ballot is filled in. `single`: one of several options; `approval`: as many as one approves of, up to an announced
 * cap; `seats`: up to as many candidates as there are seats. Every ballot may abstain instead.
 */
export const METHODS = ['for-against-abstain', 'single', 'approval', 'seats'] as const;
export type Method = (typeof METHODS)[number];

export const MOST_OPTIONS = 12;
/** Own options of a vote are numbered as they were announced. */
export const OPTION_ID = /^o([1-9]|1[0-2])$/;
export const ABSTAIN = 'abstain';

/** What is announced of a ballot. `most`: no more may be chosen; of a vote for seats as many as there are. */
export interface BallotSheet {
	method: Method;
	options: readonly { id: string }[];
	most?: number | null | undefined;
}

const numberOf = (id: string) => Number(id.slice(1));

/** Several options as one text, the same whatever the order they were ticked in: `o1+o3`. */
export function choiceText(chosen: readonly string[]): string {
	return [...new Set(chosen)].sort((a, b) => numberOf(a) - numberOf(b)).join('+');
}

/** The options behind the text; none of an abstention or a spoiled ballot. */
export function chosenIn(choice: string): string[] {
	return choice.split('+').filter((id) => OPTION_ID.test(id));
}

/**
 * What was ticked, as the one text that is kept and counted. Refusals: `votes.choice-missing`, `votes.no-such-option`,
 * `votes.abstain-alone`, `votes.one-choice-only`, `votes.too-many-chosen`.
 */
export function choiceOn(sheet: BallotSheet, ticked: readonly string[]): Result<string> {
	const chosen = [...new Set(ticked)];
	if (chosen.length === 0) return refuse('votes.choice-missing', { field: 'choice' });
	if (!chosen.every((id) => sheet.options.some((option) => option.id === id))) {
		return refuse('votes.no-such-option', { field: 'choice' });
	}
	if (chosen.length === 1) return ok(chosen[0]!);
	if (sheet.method === 'for-against-abstain' || sheet.method === 'single') {
		return refuse('votes.one-choice-only', { field: 'choice' });
	}
	if (chosen.includes(ABSTAIN)) return refuse('votes.abstain-alone', { field: 'choice' });
	if (chosen.length > mostOf(sheet)) {
		return refuse('votes.too-many-chosen', { field: 'choice', params: { most: mostOf(sheet) } });
	}
	return ok(choiceText(chosen));
}

/** How many options one ballot may choose. */
export function mostOf({ method, options, most }: BallotSheet): number {
	if (method === 'for-against-abstain' || method === 'single') return 1;
	return most ?? options.filter(({ id }) => OPTION_ID.test(id)).length;
}

/** May this text stand on a counted ballot of the vote, in this very form? A spoiled one exists on paper. */
export function isChoiceOn(sheet: BallotSheet, choice: string): boolean {
	if (choice === 'spoiled') return true;
	const read = choiceOn(sheet, choice.split('+'));
	return read.ok && read.value === choice;
}
