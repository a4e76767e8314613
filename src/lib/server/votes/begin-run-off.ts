import { sql } from 'drizzle-orm';
import { ABSTAIN } from '#lib/domain/votes/options.ts';
import type { Statement } from '#lib/domain/votes/record.schema.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Db } from '../db/client.ts';
import { vote } from '../db/schema/index.ts';
import { createLink } from '../links/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { voteFor } from './load-vote.ts';

const DAY = 86_400_000;

/**
 * Begins the run-off among those who are equal across the last seat: a draft like the vote it comes from, for the seats
 * that are left, from tomorrow and for as long. Refusals: the policy's, `votes.no-run-off`, `votes.run-off-begun`.
 */
export async function beginRunOff(ctx: Context, voteId: string): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'draft');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.state !== 'published' || row.outcome !== 'run-off') return refuse('votes.no-run-off');
		if (await runOffOf(a.db, voteId)) return refuse('votes.run-off-begun');
		const { elected, tied } = await leftOver(a.db, voteId);
		const seats = row.seats! - elected;
		const opensAt = new Date(a.now.getTime() + DAY);
		const id = newId();
		const labels = row.options.filter((option) => tied.includes(option.id)).map((option) => option.label);
		const abstention = row.options.find((option) => option.id === ABSTAIN)!;
		await a.db.insert(vote).values({
			id,
			communityId: row.communityId,
			organisationId: row.organisationId,
			title: m.votes_run_off_title({ title: row.title }, { locale: 'zh-CN' }).slice(0, 60),
			question: row.question,
			background: row.background,
			options: [...labels.map((label, i) => ({ id: `o${i + 1}`, label })), abstention],
			method: 'seats',
			seats,
			mostChoices: seats,
			preset: row.preset,
			rule: row.rule,
			electorate: row.electorate,
			propertyAreaId: row.propertyAreaId,
			buildingId: row.buildingId,
			secrecy: row.secrecy,
			channels: row.channels,
			opensAt,
			closesAt: new Date(opensAt.getTime() + (row.closesAt.getTime() - row.opensAt.getTime())),
			extensionHours: row.extensionHours,
			objectionDays: row.objectionDays,
			state: 'draft',
			createdBy: a.actor!.personId,
			createdAt: a.now
		});
		await createLink(a, {
			communityId: row.communityId,
			from: { type: 'vote', id: voteId },
			to: { type: 'vote', id }
		});
		await a.audit({
			act: 'votes.begin-run-off',
			subject: ['vote', id],
			areaId: row.communityId,
			organisationId: row.organisationId,
			data: { vote: voteId, preset: row.preset }
		});
		return ok({ id });
	});
}

async function leftOver(db: Db, voteId: string): Promise<{ elected: number; tied: string[] }> {
	const [row] = await db.execute<{ chosen: NonNullable<Statement['chosen']> }>(
		sql`select record #> '{statement,chosen}' as chosen from vote where id = ${voteId}`
	);
	return { elected: row!.chosen.options.length, tied: row!.chosen.runOff };
}

/** The run-off that was begun after this vote, unless it was given up. */
export async function runOffOf(db: Db, voteId: string): Promise<{ id: string; draft: boolean } | null> {
	const [row] = await db.execute<{ id: string; draft: boolean }>(sql`
		select v.id, v.state = 'draft' as draft from link l join vote v on v.id = l.to_id
		where l.from_type = 'vote' and l.from_id = ${voteId} and l.to_type = 'vote' and v.state <> 'cancelled'
		order by v.created_at desc limit 1`);
	return row ?? null;
}

/** The vote that this one is the run-off of. */
export async function runOffFrom(db: Db, voteId: string): Promise<{ id: string; title: string } | null> {
	const [row] = await db.execute<{ id: string; title: string }>(sql`
		select v.id, v.title from link l join vote v on v.id = l.from_id
		where l.to_type = 'vote' and l.to_id = ${voteId} and l.from_type = 'vote' limit 1`);
	return row ?? null;
}

/** May the actor begin it now? */
export const mayBeginRunOff = (
	ctx: Context,
	facts: Parameters<typeof mayVote>[2],
	row: Pick<typeof vote.$inferSelect, 'state' | 'outcome'>,
	begun: object | null
): boolean => row.state === 'published' && row.outcome === 'run-off' && !begun && mayVote(ctx.actor, 'draft', facts).ok;
