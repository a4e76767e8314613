import type { Receipt } from '#lib/domain/votes/secret-record.schema.ts';
import { tokenFrom, type DrawSecrets, type Token } from '#lib/domain/votes/secret-token.ts';

/** What this browser keeps of a drawn ballot. Not what was chosen: others may hold the phone. */
export interface Kept {
	secrets: DrawSecrets;
	/** The secrets under the recovery code, as the portal keeps them. */
	bundle: string;
	/** Null: asked for, but no answer has come yet. */
	token: Token | null;
	revision: number;
	receipt: Receipt | null;
}

export interface DrawContext {
	voteId: string;
	entryId: string;
	key: string;
	phi: string;
	/** Address of the draw. */
	drawAt: string;
}

const MOST_REVISIONS = 50;
const places = (voteId: string) => `ballot:${voteId}:`;
const place = ({ voteId, entryId }: DrawContext) => places(voteId) + entryId;

export function keptBallot(context: DrawContext): Kept | null {
	const text = localStorage.getItem(place(context));
	return text === null ? null : (JSON.parse(text) as Kept);
}

export function keepBallot(context: DrawContext, kept: Kept): Kept {
	localStorage.setItem(place(context), JSON.stringify(kept));
	return kept;
}

export function forgetBallot(context: DrawContext): void {
	localStorage.removeItem(place(context));
}

/** Receipts that this browser keeps of a vote, whichever entry they are for. */
export const keptReceipts = (voteId: string): Receipt[] =>
	keptAt(voteId).flatMap((key) => (JSON.parse(localStorage.getItem(key)!) as Kept).receipt ?? []);

export function forgetVote(voteId: string): void {
	for (const key of keptAt(voteId)) localStorage.removeItem(key);
}

const keptAt = (voteId: string) => Object.keys(localStorage).filter((key) => key.startsWith(places(voteId)));

/** What came of a request: done, refused by the rules with a code and perhaps a sentence, or no answer to rely on. */
export type Answer<T> = { value: T } | { refused: string; sentence?: string } | 'unreachable';
const RULED = [403, 409, 422];

async function post<T>(address: string, body: unknown, credentials: 'same-origin' | 'omit'): Promise<Answer<T>> {
	const headers = { 'content-type': 'application/json', accept: 'application/json' };
	try {
		const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), credentials });
		const said = (await answer.json()) as Record<string, string>;
		if (answer.ok) return { value: said as T };
		// a fault on the way may come after the ballot was drawn or cast: nothing of it is forgotten
		if (!said.code || !RULED.includes(answer.status)) return 'unreachable';
		return { refused: said.code, ...(said.sentence && { sentence: said.sentence }) };
	} catch {
		return 'unreachable';
	}
}

/**
 * Draws the ballot and makes its token. The secrets are kept before they are sent: a lost answer is asked for again with
 * the same, and costs nothing.
 */
export async function drawToken(context: DrawContext, kept: Kept): Promise<Answer<Kept>> {
	keepBallot(context, kept);
	const asked = { entry: context.entryId, blinded: kept.secrets.blinded, bundle: kept.bundle };
	const answer = await post<{ signature: string }>(context.drawAt, asked, 'same-origin');
	if (answer === 'unreachable') return answer;
	if ('refused' in answer) {
		// whoever was signed out meanwhile may have drawn with the first try
		if (answer.refused !== 'votes.sign-in-to-vote') forgetBallot(context);
		return answer;
	}
	const token = await tokenFrom(context.key, context.phi, kept.secrets, answer.value.signature);
	return { value: keepBallot(context, { ...kept, token }) };
}

/**
 * Casts without saying who: no cookie goes along. A revision that is taken (another device of the same voter) is passed
 * over. On success the receipt is kept.
 */
export async function castToken(context: DrawContext, kept: Kept, choice: string): Promise<Answer<Kept>> {
	const { token, secrets } = kept;
	for (let revision = kept.revision + 1; revision <= MOST_REVISIONS; revision++) {
		const ballot = { token, choice, salt: secrets.salt, revision };
		const answer = await post<Receipt>(`/api/v1/votes/${context.voteId}/ballots`, ballot, 'omit');
		if (answer === 'unreachable') return answer;
		if ('value' in answer) return { value: keepBallot(context, { ...kept, revision, receipt: answer.value }) };
		if (answer.refused !== 'votes.revision-taken') return answer;
	}
	return { refused: 'votes.revision-taken' };
}
