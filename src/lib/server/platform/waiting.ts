import type { Context } from './context.ts';

export type Tone = 'ok' | 'due' | 'late' | 'info' | 'plain';

/** A matter that waits for this person: to vote, to sign, to reply, to take in hand. Texts in the reader's language. */
export interface WaitingItem {
	title: string;
	href: string;
	/** Until when; those without a deadline come last. */
	dueAt: Date | null;
	/** What it is, in a word: 表决, 签署, 案件. */
	tag?: { text: string; tone: Tone };
	/** Who, where, how much is still missing: one line. */
	detail?: string;
	/** How far it has come, where a threshold is to be reached: `sentence` above the bar, `text` for screen readers. */
	meter?: { value: number; max: number; target?: number; sentence: string; text: string };
	/** The verb on its button: 去投票. */
	act?: string;
	/** Belongs to the person's office: shown on the desk too. */
	office?: boolean;
}

/** A matter of this person's own that is with others now: a case reported, an event signed up for, a question asked. */
export interface OwnItem {
	title: string;
	href: string;
	tag: { text: string; tone: Tone };
	detail?: string;
	/** When something happened to it last; the newest comes first. */
	at: Date;
}

type Query<Item> = (ctx: Context) => Promise<Item[]>;
const waiting = new Map<string, Query<WaitingItem>>();
const own = new Map<string, Query<OwnItem>>();

/** An area says how to find what waits for a person. Called once a process, when the areas register. */
export function onWaiting(area: string, query: Query<WaitingItem>): void {
	waiting.set(area, query);
}

/** An area says how to find what a person has under way with it. */
export function onOwn(area: string, query: Query<OwnItem>): void {
	own.set(area, query);
}

/** Everything that waits for the person who asks, what is due first at the top. Nothing for a visitor. */
export async function waitingFor(ctx: Context): Promise<WaitingItem[]> {
	if (!ctx.actor) return [];
	const all = await Promise.all([...waiting.values()].map((query) => query(ctx)));
	const due = (item: WaitingItem) => item.dueAt?.getTime() ?? Infinity;
	return all.flat().sort((a, b) => due(a) - due(b) || a.title.localeCompare(b.title, 'zh-CN'));
}

/** Everything the person has under way, the latest change at the top. */
export async function ownMatters(ctx: Context): Promise<OwnItem[]> {
	if (!ctx.actor) return [];
	const all = await Promise.all([...own.values()].map((query) => query(ctx)));
	return all.flat().sort((a, b) => b.at.getTime() - a.at.getTime());
}
