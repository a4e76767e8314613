import type { Role } from '#lib/domain/shared/roles.ts';
import type { Context } from '../platform/context.ts';

/** What a person is appointed to in one organisation. */
export interface Office {
	organisation: string;
	area: string;
	areaCode: string;
	title: string | null;
	roles: Role[];
}

/** The offices that the person who asks holds now, by organisation. */
export async function officesOf({ database, actor }: Context): Promise<Office[]> {
	if (!actor) return [];
	return database.sql<Office[]>`
		select o.name as organisation, a.name as area, a.code as "areaCode", max(m.title) as title,
			jsonb_agg(m.role order by m.valid_from, m.role) as roles
		from membership m join organisation o on o.id = m.organisation_id join area a on a.id = m.area_id
		where m.person_id = ${actor.personId} and m.valid_from <= app_now() and (m.valid_to is null or m.valid_to > app_now())
			and o.dissolved_at is null
		group by o.id, o.name, a.name, a.code order by a.code, o.name`;
}
