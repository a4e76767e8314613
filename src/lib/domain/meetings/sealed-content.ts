import type { PublicNotice } from './public-notice.ts';
import type { Quorum } from './quorum.ts';

/**
 * Everything the sealed hash covers: meeting, attendance, agenda, minutes and the answered objections, as they stood.
 * The hash is `canonicalHash` (SHA-256 of RFC 8785 JSON) of this value.
 */
export interface SealedContent {
	format: 'gongjian-minutes-1';
	meeting: {
		id: string;
		community: string;
		kind: string;
		title: string;
		place: string;
		startsAt: string;
		openedAt: string;
		closedAt: string;
		convener: string;
		parties: string[];
	};
	/** That the notice was out in time, to whom besides the parties where the kind asks for it, and whether enough came. */
	proof?: { noticeSentAt: string; publicNotice?: PublicNotice; quorum: Quorum | null };
	attendance: { name: string; organisation: string | null; capacity: string; at: string }[];
	agenda: {
		number: string;
		title: string;
		kind: string;
		proposer: string | null;
		withdrawn: boolean;
		late: boolean;
		/** The item of an earlier meeting that it goes on with; left out where it is new. */
		carriedFrom?: { meeting: string; title: string; number: string; item: string };
		/** How it ended, where that was said. */
		outcome?: 'settled' | 'carried';
	}[];
	/** The document as ProseMirror JSON. */
	minutes: unknown;
	/** Of a hearing: what was asked and where each party stood; left out for other meetings. */
	hearing?: {
		questions: {
			item: string;
			from: string | null;
			to: string;
			question: string;
			answer: string | null;
			setAside: string | null;
		}[];
		positions: { party: string; stance: 'for' | 'against' | 'conditions'; text: string }[];
	};
	/** SHA-256 of the pictures in the minutes; left out where there are none. */
	images?: { file: string; sha256: string }[] | undefined;
	objections: { quoted: string; body: string; answer: string; accepted: boolean }[];
}

/** What the hash of a corrigendum covers: it is bound to the minutes it corrects and to the one before it. */
export interface CorrigendumContent {
	format: 'gongjian-corrigendum-1';
	meeting: string;
	/** Hash of the sealed minutes. */
	minutes: string;
	/** Hash of the corrigendum with the number before; null for the first. */
	previous: string | null;
	number: number;
	block: string;
	quoted: string;
	corrected: string;
	reason: string;
	issuedBy: string;
	issuedAt: string;
}
