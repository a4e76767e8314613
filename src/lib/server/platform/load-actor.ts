import type { Person } from '#lib/domain/shared/actor.ts';
import type { Database } from '../db/client.ts';

/** The columns of an Actor for the person `p`, at the moment `n.now`: what is valid then, and nothing else. */
export const actorColumns = (sql: Database['sql']) => sql`
	p.id as "personId", p.name,
	coalesce((
		select jsonb_agg(jsonb_build_object('role', m.role, 'organisationId', m.organisation_id,
			'organisationKind', o.kind, 'areaCode', a.code) order by m.valid_from, m.id)
		from membership m join organisation o on o.id = m.organisation_id join area a on a.id = m.area_id
		where m.person_id = p.id and m.valid_from <= n.now and (m.valid_to is null or m.valid_to > n.now)
			and o.dissolved_at is null), '[]') as memberships,
	coalesce((
		select jsonb_agg(jsonb_build_object('householdId', h.id, 'communityId', h.community_id, 'communityCode', a.code,
			'propertyAreaId', u.property_area_id, 'buildingId', u.building_id,
			'representative', h.representative_id is not distinct from p.id) order by r.created_at, r.id)
		from residency r join household h on h.id = r.household_id join unit u on u.id = h.unit_id
			join area a on a.id = h.community_id
		where r.person_id = p.id and r.state = 'confirmed' and h.ended_at is null), '[]') as residencies,
	coalesce((
		select jsonb_agg(jsonb_build_object('unitId', u.id, 'communityCode', a.code,
			'propertyAreaId', u.property_area_id, 'buildingId', u.building_id) order by w.created_at, w.id)
		from ownership w join unit u on u.id = w.unit_id join area a on a.id = u.community_id
		where w.person_id = p.id and w.state = 'approved'), '[]') as ownerships`;

/** The person as policies see them now; null where there is none or it was erased. */
export async function loadActor({ sql }: Database, personId: string): Promise<Person | null> {
	const [row] = await sql<Person[]>`
		select ${actorColumns(sql)} from person p, (select app_now() as now) n
		where p.id = ${personId} and p.erased_at is null`;
	return row ? { ...row } : null;
}
