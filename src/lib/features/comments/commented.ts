import type { Stance } from '#lib/domain/comments/comments.policy.ts';
import type { FormState } from '#lib/ui/form-state.ts';

/** A comment as a page shows it (`server/comments` makes it so for the reader). */
export interface Commented {
	id: string;
	state: 'shown' | 'hidden' | 'withdrawn';
	body: string | null;
	hiddenReason: string | null;
	author: string;
	organisation: string | null;
	at: Date;
	stance: Stance | null;
	waits: boolean;
	mayWithdraw: boolean;
	mayHide: boolean;
	mayReport: boolean;
	mayAppeal: boolean;
	mayDecide: boolean;
	appeal: { text: string; answer: string | null } | null;
	reports: readonly string[];
}

export interface CommentThread extends Commented {
	answers: readonly Commented[];
}

/** Did one of the forms beside the comments come back? It says so itself, where it stands. */
export const isOfComments = (form: FormState | null | undefined): boolean =>
	!!form?.values && ('comment' in form.values || 'commentId' in form.values);
