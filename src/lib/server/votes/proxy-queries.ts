import { mayGiveProxies } from '#lib/domain/votes/proxy.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import type { Context } from '../platform/context.ts';
import { endOf, type VoteRow } from './load-vote.ts';

/** A proxy the actor gave that stands. */
export interface GivenProxy {
	id: string;
	entryId: string;
	label: string;
	agent: string;
	statement: string;
	givenAt: Date;
	/** When the agent cast by it. How is told to nobody before publication. */
	castAt: Date | null;
}

/** An entry the actor may cast for as somebody's agent. */
export interface HeldProxy {
	entryId: string;
	label: string;
	principal: string;
	castAt: Date | null;
}

export interface Proxies {
	/** How many entries one agent may act for; null: no cap. */
	cap: number | null;
	given: GivenProxy[];
	held: HeldProxy[];
}

/** The actor's side of the proxies of a vote while they can be given or used; null: there are none. */
export async function proxiesOf({ database, actor }: Context, row: VoteRow, now: Date): Promise<Proxies | null> {
	const rule = row.rule as unknown as Rule;
	if (!actor || !mayGiveProxies({ ...row, rule }, now, endOf(row)).ok) return null;
	const [given, held] = await Promise.all([
		database.sql<GivenProxy[]>`
			select p.id, p.entry_id as "entryId", e.label, agent.name as agent, p.statement, p.given_at as "givenAt",
				b.cast_at as "castAt"
			from vote_proxy p join roll_entry e on e.id = p.entry_id join person agent on agent.id = p.agent_id
				left join ballot b on b.vote_id = p.vote_id and b.entry_id = p.entry_id and b.person_id = p.agent_id
					and b.channel = 'proxy' and b.replaced_at is null
			where p.vote_id = ${row.id} and p.principal_id = ${actor.personId} and p.ended_at is null
			order by e.label, p.id`,
		database.sql<HeldProxy[]>`
			select p.entry_id as "entryId", e.label, string_agg(principal.name, '、' order by principal.name) as principal,
				max(b.cast_at) as "castAt"
			from vote_proxy p join roll_entry e on e.id = p.entry_id join person principal on principal.id = p.principal_id
				left join ballot b on b.vote_id = p.vote_id and b.entry_id = p.entry_id and b.person_id = p.agent_id
					and b.channel = 'proxy' and b.replaced_at is null
			where p.vote_id = ${row.id} and p.agent_id = ${actor.personId} and p.ended_at is null
			group by p.entry_id, e.label order by e.label, p.entry_id`
	]);
	return { cap: rule.proxyCap, given: [...given], held: [...held] };
}
