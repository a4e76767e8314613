/** Two spellings of one name: full-width letters, spaces and the middle dot of minority names do not count. */
export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);

export const plainName = (name: string) =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s·•・.]/g, '');

/** Somebody on a household's list; `claimed` once a phone or a login belongs to them. */
export interface Listed {
	personId: string;
	name: string;
	claimed: boolean;
}

/**
 * Is a newcomer of this name on the household's list? By the head's name, or by a member whom nobody has claimed yet
 * (`stands in for` that entry from then on). A member already claimed by somebody else is no match: the committee looks.
 */
export function matchOnList(
	name: string,
	headName: string,
	listed: readonly Listed[]
): { onList: boolean; standsInFor?: string } {
	const same = listed.filter((member) => sameName(member.name, name));
	const free = same.find((member) => !member.claimed);
	if (free) return { onList: true, standsInFor: free.personId };
	return { onList: same.length === 0 && sameName(headName, name) };
}

/**
 * The household's representative: whom more than half of its adults name. Nobody while no one has that many.
 * Nominations by or of people who are not adults of the household do not count.
 */
export function representativeOf(
	adults: readonly string[],
	nominations: readonly { personId: string; nomineeId: string }[]
): string | null {
	const votes = new Map<string, number>();
	for (const { personId, nomineeId } of nominations) {
		if (!adults.includes(personId) || !adults.includes(nomineeId)) continue;
		votes.set(nomineeId, (votes.get(nomineeId) ?? 0) + 1);
	}
	return adults.find((adult) => 2 * (votes.get(adult) ?? 0) > adults.length) ?? null;
}
