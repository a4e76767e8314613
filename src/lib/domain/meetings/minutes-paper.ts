import type { MeetingKind } from './kinds.ts';
import type { MinutesNode } from './minutes-document.ts';
import type { SealedContent } from './sealed-content.ts';

type Stance = 'agree' | 'agree-with-reservation' | 'refuse';

/** A party of the meeting and what it signed, if it has. */
export interface PaperSignature {
	party: string;
	signed: { stance: Stance; text: string | null; signer: string; position: string; late: boolean; at: Date } | null;
}

/** A correction that was issued after the sealing, under a hash and signatures of its own. */
export interface PaperCorrigendum {
	number: number;
	quoted: string;
	corrected: string;
	reason: string;
	issuer: string;
	at: Date;
	hash: string;
	signatures: readonly PaperSignature[];
}

/** Sealed minutes as they go on paper: what was sealed, who signed it, and the hash that both stand for. */
export interface MinutesPaper {
	title: string;
	community: string;
	kind: MeetingKind;
	startsAt: Date;
	place: string;
	convener: string;
	parties: readonly string[];
	/** How many came; their names for those alone who may know them. */
	present: { count: number; names: readonly string[] };
	minutes: MinutesNode;
	/** Bytes of the pictures in them, by their files. */
	images: ReadonlyMap<string, Uint8Array>;
	/** Items that were carried over, or are carried on: their sections say so. */
	items: readonly {
		id: string;
		outcome: 'settled' | 'carried' | null;
		carriedFrom: { meeting: string; number: string; title: string } | null;
	}[];
	/** False where words were masked for the public: the hash is that of the whole text. */
	whole: boolean;
	/** Of a hearing. */
	hearing: SealedContent['hearing'] | null;
	objections: readonly { quoted: string; body: string; answer: string; accepted: boolean }[];
	signatures: readonly PaperSignature[];
	corrigenda: readonly PaperCorrigendum[];
	sealedAt: Date;
	hash: string;
}
