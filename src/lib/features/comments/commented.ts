/** A comment as a page shows it (`server/comments` makes it so for the reader). */
export interface Commented {
	id: string;
	state: 'shown' | 'hidden' | 'withdrawn';
	body: string | null;
	hiddenReason: string | null;
	author: string;
	organisation: string | null;
	at: Date;
	mayWithdraw: boolean;
	mayHide: boolean;
}

export interface CommentThread extends Commented {
	answers: readonly Commented[];
}
