import { sql } from 'drizzle-orm';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Context } from '../platform/context.ts';
import { inReach } from '../platform/reach.ts';
import type { WaitingItem } from '../platform/waiting.ts';
import { entriesOf, loadVote } from './load-vote.ts';
import { standingPapers } from './paper-ballots.ts';
import { readNow } from '../platform/act.ts';

/** Paper that the actor may enter, decide on or contest, one item a vote. */
export async function papersWaiting(ctx: Context): Promise<WaitingItem[]> {
	const { db } = ctx.database;
	if (!ctx.actor) return [];
	const counting = await db.execute<{ id: string; code: string }>(sql`
		select v.id, a.code from vote v join area a on a.id = v.community_id
		where v.state = 'counting' and exists (select from paper_ballot p where p.vote_id = v.id)
			and (${inReach(ctx.actor, sql`a.code`)}
				or exists (select from vote_voter w where w.vote_id = v.id and w.person_id = ${ctx.actor.personId}))`);
	const found = await Promise.all(counting.map(({ id, code }) => ofVote(ctx, id, code)));
	return found.flat();
}

async function ofVote(ctx: Context, id: string, code: string): Promise<WaitingItem[]> {
	const { db } = ctx.database;
	const { personId } = ctx.actor!;
	const { row, facts } = (await loadVote(db, ctx.actor, id))!;
	const papers = await standingPapers(db, id, await readNow(db));
	const own = facts.onRoll ? await entriesOf(db, id, personId) : new Set<string>();
	const page = `/c/${code}/votes/${id}`;
	const item = (some: typeof papers, href: string, detail: (count: { count: number }) => string, office: boolean) =>
		some.length === 0
			? []
			: {
					title: row.title,
					href,
					dueAt: null,
					tag: { text: m.votes_paper_tag(), tone: 'due' as const },
					detail: detail({ count: some.length }),
					act: m.votes_paper_look(),
					...(office && { office })
				};
	const unread = papers.filter(({ standing, readers }) =>
		['unread', 'differs'].includes(standing.state) ? !readers.includes(personId) : false
	);
	const contested = papers.filter(({ standing }) => standing.state === 'contested');
	const shown = papers.filter(({ standing, entryId }) => standing.state === 'shown' && own.has(entryId));
	return [
		mayVote(ctx.actor, 'keep-register', facts).ok ? item(unread, `${page}/register`, m.votes_paper_to_read, true) : [],
		mayVote(ctx.actor, 'judge-paper', facts).ok ? item(contested, `${page}#paper`, m.votes_paper_to_judge, true) : [],
		item(shown, `${page}#paper`, m.votes_paper_to_check, false)
	].flat();
}
