import { and, asc, eq, not, sql } from 'drizzle-orm';
import { formatArea } from '#lib/domain/shared/area.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import type { RollChange } from '#lib/domain/votes/roll-changes.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { rollCorrection, rollEntry } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { labelHas } from './find-on-roll.ts';
import { voteToRead } from './load-vote.ts';
import { tookPart } from './took-part.ts';

const PAGE = 50;

export interface RollPage {
	title: string;
	communityId: string;
	byArea: boolean;
	rollHash: string | null;
	entries: { id: string; label: string; area: string }[];
	/** Of all that were asked for. */
	total: number;
	pages: number;
	corrections: RollChange[];
	/** What the reader may ask for: the whole roll, and those that have not voted. */
	mayAsk: { all: boolean; absent: boolean };
}

/**
 * The roll of a vote, from its announcement on, for those on it, who convene and who supervise; `absent`: the entries that
 * have not voted yet, for those whom the preset names. Refusals: `votes.not-found`, the policy's.
 */
export async function rollPage(
	ctx: Context,
	id: string,
	{ asked, page, absent }: { asked: string; page: number; absent: boolean }
): Promise<Result<RollPage>> {
	const { db } = ctx.database;
	const found = await voteToRead(ctx, id, absent ? 'see-absent' : 'see-roll');
	if (!found.ok) return found;
	const { row, facts } = found.value;
	const where = and(eq(rollEntry.voteId, id), labelHas(asked), absent ? hasNotVoted(id) : undefined);
	const total = await db.$count(rollEntry, where);
	const rows = await db
		.select({ id: rollEntry.id, label: rollEntry.label, area: rollEntry.areaCenti })
		.from(rollEntry)
		.where(where)
		.orderBy(asc(rollEntry.label), asc(rollEntry.id))
		.limit(PAGE)
		.offset(PAGE * (page - 1));
	const corrections = await db
		.select({ was: rollCorrection.was, now: rollCorrection.now })
		.from(rollCorrection)
		.where(eq(rollCorrection.voteId, id))
		.orderBy(asc(rollCorrection.id));
	return ok({
		title: row.title,
		communityId: row.communityId,
		byArea: row.electorate === 'owners',
		rollHash: row.rollHash,
		entries: rows.map(({ area, ...entry }) => ({ ...entry, area: formatArea(area) })),
		total,
		pages: Math.max(1, Math.ceil(total / PAGE)),
		corrections,
		mayAsk: { all: mayVote(ctx.actor, 'see-roll', facts).ok, absent: mayVote(ctx.actor, 'see-absent', facts).ok }
	});
}

const hasNotVoted = (voteId: string) => not(tookPart(sql`${voteId}`, sql`${rollEntry.id}`));
