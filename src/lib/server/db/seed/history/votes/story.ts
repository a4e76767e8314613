/** Day and time, counted from day 0. */
export type Moment = readonly [day: number, time: string];

/** A vote of the past year, from the draft to the record. */
export interface VoteStory {
	key: string;
	/** Who convenes it, for which party. */
	by: string;
	for: string;
	/** A residents’ meeting follows the law in force on the day of the draft. */
	rule: 'residents' | 'owners-ordinary' | 'owners-special';
	/** The whole community, a property area by its place in the community, or a building by its name. */
	scope: 'community' | { propertyArea: number } | { building: string };
	title: string;
	question: string;
	background: string;
	/** The meeting and the number of the agenda item that it comes from, if any. */
	from?: readonly [meeting: string, item: string];
	/** Begun from the paragraph of its minutes that begins with these words, not from the item. */
	fromWords?: string;
	/** In office hours: on the Monday, where the day falls on a weekend. */
	drafted: Moment;
	announced: Moment;
	opens: Moment;
	closes: Moment;
	extensionHours?: number;
	/** Too few had voted at the end, and it went on once. */
	prolonged?: true;
	/** Shares: of the roll that votes, and of those that vote for and against. */
	turnout: number;
	inFavour: number;
	against: number;
	/** Whoever can sign in has not voted yet: for a vote that is still open. */
	sparesAccounts?: boolean;
	/** Choices are encrypted until the end, or nobody ever learns who chose what. */
	secrecy?: 'sealed' | 'secret';
	/** Paper is taken: so many sheets come in, and one of somebody who has voted online. */
	paper?: { received: number; alsoOnline?: string };
	/** For how many entries one agent may cast. */
	proxyCap?: number;
	/** Raised against the roll between announcement and opening. */
	objection?: { at: Moment; by: string; body: string; answered: Moment; answer: string };
}
