import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { formatArea } from '#lib/domain/shared/area.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Context } from '../platform/context.ts';
import { rollEntry } from '../db/schema/index.ts';
import { voteToRead } from './load-vote.ts';

const MOST_FOUND = 30;
/** More than any community has households. */
const MOST_PRINTED = 5_000;

const wordsOf = (asked: string): string[] => asked.trim().split(/\s+/).filter(Boolean).slice(0, 5);
/** The label has all the words asked for; nothing asked for: any. */
export const labelHas = (asked: string): SQL | undefined =>
	and(...wordsOf(asked).map((word) => sql`position(${word} in ${rollEntry.label}) > 0`));

/** Entries of the roll whose label has all the words asked for, for the desk that gives out or takes in paper. */
export async function findOnRoll(ctx: Context, id: string, asked: string) {
	const found = await voteToRead(ctx, id, 'keep-register');
	if (!found.ok) return found;
	if (wordsOf(asked).length === 0) return ok([]);
	const rows = await ctx.database.db.execute<{ id: string; label: string; drawn: 'online' | 'paper' | null }>(sql`
		select roll_entry.id, roll_entry.label, coalesce(d.channel, case when p.id is not null then 'paper' end) as drawn
		from roll_entry left join secret_draw d on d.vote_id = ${id} and d.entry_id = roll_entry.id
			left join paper_ballot p on p.vote_id = ${id} and p.entry_id = roll_entry.id
		where roll_entry.vote_id = ${id} and ${labelHas(asked)}
		order by roll_entry.label, roll_entry.id limit ${MOST_FOUND}`);
	return ok([...rows]);
}

/** An entry as it is printed: on its own ballot, or as a line of the register. */
export interface PrintedEntry {
	id: string;
	label: string;
	/** Square metres, as `"89.50"`. */
	area: string;
	/** What finds the entry again from its sheet. */
	mark: string;
}

/**
 * The roll, or the entries whose label has all the words asked for, to be printed as personal ballots and as a register to
 * be signed. Refusals: `votes.not-found`, the policy's.
 */
export async function rollToPrint(ctx: Context, id: string, asked: string): Promise<Result<PrintedEntry[]>> {
	const found = await voteToRead(ctx, id, 'keep-register');
	if (!found.ok) return found;
	const rows = await ctx.database.db
		.select({ id: rollEntry.id, label: rollEntry.label, area: rollEntry.areaCenti })
		.from(rollEntry)
		.where(and(eq(rollEntry.voteId, id), labelHas(asked)))
		.orderBy(asc(rollEntry.label), asc(rollEntry.id))
		.limit(MOST_PRINTED);
	return ok(
		rows.map(({ id, label, area }) => ({ id, label, area: formatArea(area), mark: id.slice(0, 8).toUpperCase() }))
	);
}
