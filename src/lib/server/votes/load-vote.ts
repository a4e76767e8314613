import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { nextState, type VoteStep } from '#lib/domain/votes/life.ts';
import { presetOf } from '#lib/domain/votes/presets.ts';
import { mayVote, type VoteAct, type VoteFacts } from '#lib/domain/votes/votes.policy.ts';
import type { Actor } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { area, vote } from '../db/schema/index.ts';
import { tellSources } from '../links/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';

const { record: _record, fullRecord: _full, ...columns } = getTableColumns(vote);
/** A vote without its published records: those of a large vote weigh megabytes. */
export const VOTE_COLUMNS = columns;
export type VoteRow = Omit<typeof vote.$inferSelect, 'record' | 'fullRecord'>;

export interface LoadedVote {
	row: VoteRow;
	facts: VoteFacts;
}

/** Ids come from addresses: what is none is not looked for. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A vote with what the policy must know. `lock` keeps others from changing it until the transaction ends. */
export async function loadVote(db: Db, actor: Actor, id: string, { lock = false } = {}): Promise<LoadedVote | null> {
	if (!UUID.test(id)) return null;
	const found = db.select(VOTE_COLUMNS).from(vote).where(eq(vote.id, id));
	const [row] = await (lock ? found.for('update') : found);
	return row ? { row, facts: await factsOf(db, actor, row) } : null;
}

export async function factsOf(db: Db, actor: Actor, row: VoteRow): Promise<VoteFacts> {
	const [community] = await db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	return {
		communityCode: community!.code,
		electorate: row.electorate,
		conveners: [row.organisationId],
		state: row.state,
		// who drew a secret ballot is for supervisors alone
		absentFor: row.secrecy === 'secret' ? [] : (presetOf(row.preset)?.absentFor ?? []),
		onRoll: actor ? await isOnRoll(db, row.id, actor.personId) : false
	};
}

async function isOnRoll(db: Db, voteId: string, personId: string): Promise<boolean> {
	const rows = await db.execute(
		sql`select 1 from vote_voter where vote_id = ${voteId} and person_id = ${personId} limit 1`
	);
	return rows.length > 0;
}

/** The entries of a vote that the person may cast for, by id. */
export async function entriesOf(db: Db, voteId: string, personId: string): Promise<Set<string>> {
	const rows = await db.execute<{ id: string }>(
		sql`select entry_id as id from vote_voter where vote_id = ${voteId} and person_id = ${personId}`
	);
	return new Set(rows.map((row) => row.id));
}

/** The vote, locked, if the actor may do `act` to it. A vote that may not be seen is not there. */
export async function voteFor(a: Act, id: string, act: VoteAct): Promise<Result<LoadedVote>> {
	return permitted(await loadVote(a.db, a.actor, id, { lock: true }), a.actor, act);
}

/** The vote to be read, if the actor may see it and do `act` to it. A vote that may not be seen is not there. */
export async function voteToRead({ database, actor }: Context, id: string, act: VoteAct): Promise<Result<LoadedVote>> {
	return permitted(await loadVote(database.db, actor, id), actor, act);
}

function permitted(loaded: LoadedVote | null, actor: Actor, act: VoteAct): Result<LoadedVote> {
	if (!loaded || !mayVote(actor, 'see', loaded.facts).ok) return refuse('votes.not-found');
	const allowed = mayVote(actor, act, loaded.facts);
	return allowed.ok ? ok(loaded) : allowed;
}

/** When casting ends: as announced, or as extended. */
export function endOf(row: Pick<VoteRow, 'closesAt' | 'extendedTo'>): Date {
	return row.extendedTo ?? row.closesAt;
}

/** Takes the vote one step along its life, with audit and news; the other columns go along. Refusal: the table's. */
export async function step(
	a: Act,
	row: VoteRow,
	by: VoteStep,
	columns: Partial<typeof vote.$inferSelect> = {},
	data: Record<string, unknown> = {}
): Promise<Result<VoteRow>> {
	const next = nextState(row.state, by);
	if (!next.ok) return next;
	const [changed] = await a.db
		.update(vote)
		.set({ ...columns, state: next.value })
		.where(and(eq(vote.id, row.id), eq(vote.state, row.state)))
		.returning(VOTE_COLUMNS);
	if (!changed) throw new Error(`vote ${row.id} was changed without its lock`);
	await a.audit({
		act: `votes.${by}`,
		subject: ['vote', row.id],
		areaId: row.communityId,
		organisationId: row.organisationId,
		data
	});
	const news = { kind: by, areaId: row.communityId, payload: { vote: row.id, state: next.value } };
	if (next.value !== 'draft') {
		await a.emit({ topic: `vote:${row.id}`, ...news });
		await tellSources(a, 'vote', row.id, row.communityId);
		await a.emit({ topic: `community:${row.communityId}`, ...news, kind: `vote-${by}` });
	}
	return ok(changed);
}
