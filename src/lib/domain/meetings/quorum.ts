import { leastPart, parseFraction, reaches, type Comparison } from '../shared/fraction.ts';

/** Whose presence is counted: invited parties, households of the community, its representatives, its party members. */
export type QuorumBase = 'parties' | 'households' | 'representatives' | 'party-members';

/** How many must come for what is decided in the hall to hold. */
export interface QuorumRule {
	of: QuorumBase;
	threshold: string;
	compare: Comparison;
}

export interface Quorum {
	of: QuorumBase;
	/** In the hall. */
	present: number;
	/** Not in the hall, but in a vote that the meeting holds; absent where nobody is. */
	byVote?: number;
	total: number;
	needed: number;
	reached: boolean;
}

/** How many take part, in the hall or by vote, and how many it takes. Nobody on the list is no quorum. */
export function quorum(
	{ of, threshold, compare }: QuorumRule,
	{ present, byVote = 0, total }: { present: number; byVote?: number; total: number }
): Quorum {
	const fraction = parseFraction(threshold);
	return {
		...{ of, present, ...(byVote ? { byVote } : {}), total },
		needed: Number(leastPart(BigInt(total), fraction, compare)),
		reached: total > 0 && reaches(BigInt(present + byVote), BigInt(total), fraction, compare)
	};
}
