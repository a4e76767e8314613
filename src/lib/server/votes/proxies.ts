import { and, eq, isNull, sql } from 'drizzle-orm';
import { mobileNumber } from '#lib/domain/identity/phone.ts';
import { mayGiveProxies, proxyStatement, withinCap } from '#lib/domain/votes/proxy.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { voteProxy } from '../db/schema/index.ts';
import { findByPhone } from '../identity/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { countFailure, forgive, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { endOf, entriesOf, voteFor, type VoteRow } from './load-vote.ts';
import { tellPerson } from './tell-voters.ts';

export interface NewProxy {
	entry: string;
	agentName: string;
	agentPhone: string;
}

/**
 * Somebody on the roll lets somebody else cast for an entry: in writing, by name, within the rule's cap. Refusals: the
 * policy's, those of `mayGiveProxies` and `withinCap`, `votes.not-on-the-roll`, `votes.voted-yourself`,
 * `votes.proxy-stands`, `votes.agent-unknown`, `votes.agent-on-the-entry`, `votes.agent-tries`.
 */
export async function giveProxy(ctx: Context, voteId: string, input: NewProxy): Promise<Result> {
	const phone = mobileNumber(input.agentPhone);
	if (!phone) return refuse('identity.phone-unreadable', { field: 'agentPhone' });
	// whoever guesses at names and numbers is stopped
	const tries: Counted[] = ctx.actor ? [[LIMITS.proxyPerson, ctx.actor.personId]] : [];
	if (await lockedUntil(ctx.database, tries)) return refuse('votes.agent-tries', { field: 'agentPhone' });
	const given = await act(ctx, (a) => give(a, voteId, input, phone));
	if (!given.ok && given.refusal.code === 'votes.agent-unknown') await countFailure(ctx.database, tries);
	if (given.ok) for (const one of tries) await forgive(ctx.database, one);
	return given;
}

async function give(a: Act, voteId: string, input: NewProxy, phone: string): Promise<Result> {
	const found = await voteFor(a, voteId, 'give-proxy');
	if (!found.ok) return found;
	const { row } = found.value;
	const rule = row.rule as unknown as Rule;
	const may = mayGiveProxies({ ...row, rule }, a.now, endOf(row));
	if (!may.ok) return may;
	const principal = a.actor!;
	const entry = await entryOf(a, voteId, input.entry);
	if (!entry) return refuse('votes.not-on-the-roll');
	if (entry.voted) return refuse('votes.voted-yourself');
	if (entry.given) return refuse('votes.proxy-stands');
	const agent = await agentOf(a, phone, input.agentName);
	if (!agent) return refuse('votes.agent-unknown', { field: 'agentPhone' });
	if (agent.id === principal.personId || (await entriesOf(a.db, voteId, agent.id)).has(input.entry))
		return refuse('votes.agent-on-the-entry', { field: 'agentPhone' });
	const room = withinCap(rule.proxyCap, await heldBy(a, voteId, agent.id));
	if (!room.ok) return room;
	const names = { principal: principal.name, entry: entry.label, agent: agent.name, title: row.title };
	await a.db.insert(voteProxy).values({
		id: newId(),
		voteId,
		entryId: input.entry,
		principalId: principal.personId,
		agentId: agent.id,
		statement: proxyStatement(names),
		givenAt: a.now
	});
	await recorded(a, row, 'give-proxy', { entry: input.entry, agent: agent.id });
	await tellPerson(a, row, agent.id, 'proxy-given', { principal: principal.name });
	return ok();
}

/** Takes a proxy back; what the agent cast before counts until the principal votes. Refusals: the policy's, `votes.no-such-proxy`. */
export async function revokeProxy(ctx: Context, voteId: string, proxyId: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'give-proxy');
		if (!found.ok) return found;
		const { row } = found.value;
		if (a.now >= endOf(row)) return refuse('votes.closed');
		const [ended] = await a.db
			.update(voteProxy)
			.set({ endedAt: a.now, endedBy: 'revoked' })
			.where(
				and(
					eq(voteProxy.id, proxyId),
					eq(voteProxy.voteId, voteId),
					eq(voteProxy.principalId, a.actor!.personId),
					isNull(voteProxy.endedAt)
				)
			)
			.returning({ entry: voteProxy.entryId, agent: voteProxy.agentId });
		if (!ended) return refuse('votes.no-such-proxy');
		await recorded(a, row, 'revoke-proxy', ended);
		await tellPerson(a, row, ended.agent, 'proxy-revoked', { principal: a.actor!.name });
		return ok();
	});
}

async function recorded(a: Act, row: VoteRow, what: string, data: Record<string, unknown>): Promise<void> {
	await a.audit({ act: `votes.${what}`, subject: ['vote', row.id], areaId: row.communityId, data });
	await a.emit({ topic: `vote:${row.id}`, kind: 'turnout', areaId: row.communityId });
}

/** An entry of the actor's: whether a ballot or paper of its own stands, and whether a proxy of the actor's does. */
async function entryOf(a: Act, voteId: string, entryId: string) {
	const { personId } = a.actor!;
	const [entry] = await a.db.execute<{ label: string; voted: boolean; given: boolean }>(sql`
		select e.label,
			exists (select from ballot b where b.vote_id = ${voteId} and b.entry_id = e.id and b.replaced_at is null
				and b.channel <> 'proxy' and b.caster_id in (e.id, ${personId}))
				or exists (select from paper_ballot p where p.vote_id = ${voteId} and p.entry_id = e.id) as voted,
			exists (select from vote_proxy p where p.entry_id = e.id and p.principal_id = ${personId} and p.ended_at is null)
				as given
		from vote_voter w join roll_entry e on e.id = w.entry_id
		where w.vote_id = ${voteId} and w.entry_id = ${entryId} and w.person_id = ${personId}`);
	return entry;
}

/** Name and number must both be right: nobody learns from here whose number it is. */
async function agentOf(a: Act, phone: string, name: string): Promise<{ id: string; name: string } | undefined> {
	const id = await findByPhone(a.db, phone);
	const [agent] = await a.db.execute<{ id: string; name: string }>(
		sql`select id, name from person where id = ${id} and name = ${name.trim()} and adult and erased_at is null`
	);
	return agent;
}

async function heldBy(a: Act, voteId: string, agentId: string): Promise<number> {
	const [row] = await a.db.execute<{ held: number }>(
		sql`select count(distinct entry_id)::int as held from vote_proxy where vote_id = ${voteId} and agent_id = ${agentId}`
	);
	return row!.held;
}
