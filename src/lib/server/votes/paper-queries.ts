import { sql } from 'drizzle-orm';
import type { PaperStanding } from '#lib/domain/votes/paper.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attachmentsOf } from '../platform/attachments/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { entriesOf, loadVote, UUID, voteToRead, type LoadedVote, type VoteRow } from './load-vote.ts';
import { standingPapers, takesPaper, type StandingPaper } from './paper-ballots.ts';
import { PAPER } from './read-paper.ts';

/** A sheet as its voter or a supervisor sees it while it is settled what counts; what it says stands on the scan alone. */
export interface ShownPaper {
	id: string;
	label: string;
	state: PaperStanding['state'];
	/** Until when it may be contested. */
	until: Date | null;
	scan: string | null;
	reason: string | null;
	decision: string | null;
}

/** What the page of a vote says of its paper between the end and the publication. */
export interface PaperCount {
	received: number;
	/** Read alike by two, or by a third. */
	read: number;
	/** Waits for the entries that voted online, too; until when at most. */
	shown: number;
	until: Date | null;
	contested: number;
	/** Of the actor's own entries. */
	own: ShownPaper[];
	/** For a supervisor: what is to be decided. */
	toJudge: ShownPaper[];
}

const isRead = ({ standing }: StandingPaper) => standing.state !== 'unread' && standing.state !== 'differs';
const isShown = (paper: StandingPaper) => isRead(paper) && paper.votedOnline;

/** Null where no paper is read sheet by sheet, or not now. */
export async function paperCountOf(ctx: Context, { row, facts }: LoadedVote): Promise<PaperCount | null> {
	if (!takesPaper(row) || row.state !== 'counting') return null;
	const now = await readNow(ctx.database.db);
	const papers = await standingPapers(ctx.database.db, row.id, now);
	const own = ctx.actor ? await entriesOf(ctx.database.db, row.id, ctx.actor.personId) : new Set<string>();
	const terms = papers.flatMap(({ standing }) => (standing.state === 'shown' ? standing.until.getTime() : []));
	const contested = papers.filter(({ standing }) => standing.state === 'contested');
	const judges = mayVote(ctx.actor, 'judge-paper', facts).ok;
	return {
		received: papers.length,
		read: papers.filter(isRead).length,
		shown: terms.length,
		until: terms.length > 0 ? new Date(Math.max(...terms)) : null,
		contested: contested.length,
		own: await withScans(
			ctx,
			papers.filter((paper) => own.has(paper.entryId) && isShown(paper)),
			now
		),
		toJudge: judges ? await withScans(ctx, contested, now) : []
	};
}

async function withScans(ctx: Context, papers: readonly StandingPaper[], now: Date): Promise<ShownPaper[]> {
	const ids = papers.map((paper) => paper.id);
	const scans = await attachmentsOf(ctx.database.db, PAPER, ids, now);
	return papers.map(({ id, label, standing, reason, decision }) => ({
		id,
		label,
		state: standing.state,
		until: standing.state === 'shown' ? standing.until : null,
		scan: scans.get(id)?.[0]?.href ?? null,
		reason,
		decision
	}));
}

/** A sheet on the desk of those who enter paper. */
export interface DeskPaper {
	id: string;
	label: string;
	state: PaperStanding['state'];
	/** So many have read it. */
	readings: number;
	/** The actor has, or nobody needs to any more. */
	done: boolean;
}

/** Every sheet of a vote for those who enter it. Refusals: `votes.not-found`, the policy's. */
export async function paperDesk(ctx: Context, voteId: string): Promise<Result<DeskPaper[]>> {
	const found = await voteToRead(ctx, voteId, 'keep-register');
	if (!found.ok) return found;
	if (!takesPaper(found.value.row)) return ok([]);
	const papers = await standingPapers(ctx.database.db, voteId, await readNow(ctx.database.db));
	return ok(
		papers.map(({ id, label, standing, readers, ...paper }) => ({
			id,
			label,
			state: standing.state,
			readings: readers.length,
			done: isRead({ id, label, standing, readers, ...paper }) || readers.includes(ctx.actor!.personId)
		}))
	);
}

/** One sheet to be read now. `scan`: what the first reader added; null: the actor is the first. */
export interface PaperToRead {
	row: VoteRow;
	label: string;
	scan: { href: string; image: boolean } | null;
	/** Two have seen different things: what the actor reads stands. */
	third: boolean;
}

/** Refusals: `votes.not-found`, the policy's, `votes.not-counting`, `votes.no-such-paper`, `votes.paper-settled`, `votes.read-by-you`. */
export async function paperToRead(ctx: Context, voteId: string, paperId: string): Promise<Result<PaperToRead>> {
	const { db } = ctx.database;
	const found = await voteToRead(ctx, voteId, 'keep-register');
	if (!found.ok) return found;
	const { row } = found.value;
	if (row.state !== 'counting') return refuse('votes.not-counting');
	const now = await readNow(db);
	const [paper] = UUID.test(paperId) ? await standingPapers(db, voteId, now, paperId) : [];
	if (!paper) return refuse('votes.no-such-paper');
	if (isRead(paper)) return refuse('votes.paper-settled');
	if (paper.readers.includes(ctx.actor!.personId)) return refuse('votes.read-by-you');
	const scan = (await attachmentsOf(db, PAPER, [paperId], now)).get(paperId)?.[0];
	return ok({
		row,
		label: paper.label,
		scan: scan ? { href: scan.href, image: scan.image } : null,
		third: paper.standing.state === 'differs'
	});
}

/** The scan of a sheet: for those who enter or decide, and for its own voters once it is read. */
export async function mayReadScan(ctx: Context, paperId: string): Promise<boolean> {
	if (!UUID.test(paperId)) return false;
	const { db } = ctx.database;
	const [at] = await db.execute<{ vote: string }>(sql`select vote_id as vote from paper_ballot where id = ${paperId}`);
	const loaded = at && (await loadVote(db, ctx.actor, at.vote));
	if (!loaded || !['counting', 'published', 'annulled'].includes(loaded.row.state)) return false;
	if (mayVote(ctx.actor, 'keep-register', loaded.facts).ok || mayVote(ctx.actor, 'judge-paper', loaded.facts).ok)
		return true;
	if (!ctx.actor) return false;
	const own = await entriesOf(db, at.vote, ctx.actor.personId);
	const [paper] = await standingPapers(db, at.vote, await readNow(db), paperId);
	return paper !== undefined && own.has(paper.entryId) && isRead(paper);
}
