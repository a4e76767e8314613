import type { Database } from '../db/client.ts';

/** One thing a demo account can sign in as; an account with several roles stands there once for each. */
export interface DemoRole {
	role: string;
	login: string;
	organisation: string | null;
	community: string;
}

/** All that one can sign in as, appointed roles first. */
export async function demoRoles({ sql }: Pick<Database, 'sql'>): Promise<DemoRole[]> {
	return await sql<DemoRole[]>`
		with living as (
			select c.login, c.person_id, h.representative_id = c.person_id as represents, a.name as community
			from credential c join residency r on r.person_id = c.person_id and r.state = 'confirmed'
				join household h on h.id = r.household_id and h.ended_at is null join area a on a.id = h.community_id
			where c.disabled_at is null)
		select role, login, organisation, community from (
			select 1 as rank, m.role, c.login, o.name as organisation, a.name as community, a.code
			from credential c join membership m on m.person_id = c.person_id
				join organisation o on o.id = m.organisation_id join area a on a.id = m.area_id, (select app_now() as now) n
			where c.disabled_at is null and m.valid_from <= n.now and (m.valid_to is null or m.valid_to > n.now)
			union all
			select 2, 'household-representative', login, null, community, '' from living where represents
			union all
			select 3, 'resident', login, null, community, '' from living
			union all
			select distinct 4, 'owner', c.login, null, a.name, ''
			from credential c join ownership w on w.person_id = c.person_id and w.state = 'approved'
				join area a on a.id = w.community_id
			where c.disabled_at is null) r
		order by rank, code, role, login, organisation, community`;
}
