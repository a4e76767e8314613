import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import type { AreaLevel, CommunityKind, GridPolygon } from '#lib/domain/community/hierarchy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { PARTY_KINDS, type PartyKind } from '#lib/domain/shared/roles.ts';
import type { Context } from '../platform/context.ts';
import type { Place } from './shell-facts.ts';

export interface AdministeredArea extends Place {
	level: AreaLevel;
	kind: CommunityKind | null;
	/** Areas right below, parties, people appointed. */
	below: number;
	parties: number;
	staff: number;
}

/** The areas with these codes and those right below them, each with what it holds. */
export async function administeredAreas({ database: { sql } }: Context, codes: readonly string[]) {
	return sql<AdministeredArea[]>`
		select a.code, a.name, a.level, a.kind,
			(select count(*)::int from area b where b.parent_id = a.id) as below,
			(select count(*)::int from organisation o where o.area_id = a.id and o.dissolved_at is null) as parties,
			(select count(distinct m.person_id)::int from membership m where m.area_id = a.id and m.valid_from <= app_now()
				and (m.valid_to is null or m.valid_to > app_now())) as staff
		from area a left join area up on up.id = a.parent_id
		where a.code = any(${[...codes]}) or up.code = any(${[...codes]}) order by a.code`;
}

export interface AreaToSetUp extends Place {
	id: string;
	level: AreaLevel;
	letters: string | null;
	kind: CommunityKind | null;
	address: string | null;
	phone: string | null;
	introduction: string | null;
	above: Place | null;
}
export interface PartyLine {
	id: string;
	name: string;
	kind: PartyKind;
	staff: number;
}
export interface GridLine {
	id: string;
	code: string;
	name: string;
	polygon: GridPolygon | null;
	buildings: number;
}
export interface PropertyAreaLine {
	id: string;
	name: string;
	buildings: number;
	units: number;
}

/** May the actor change this area, or read only (a security administrator)? */
export const maySetUp = ({ actor }: Context, areaCode: string): boolean =>
	identityPolicy(actor, { act: 'set-up-areas', areaCode }).ok;

/** One area for its administrators: facts, parties, and what lies in it. */
export async function areaToSetUp(ctx: Context, code: string) {
	const may = identityPolicy(ctx.actor, { act: 'read-staff', areaCode: code });
	if (!may.ok) return may;
	const { sql } = ctx.database;
	const [area] = await sql<AreaToSetUp[]>`
		select a.id, a.code, a.name, a.level, a.letters, a.kind, a.address, a.phone, a.introduction,
			case when up.id is null then null else jsonb_build_object('code', up.code, 'name', up.name) end as above
		from area a left join area up on up.id = a.parent_id where a.code = ${code}`;
	if (!area) return refuse('form.not-found');
	const [parties, below, propertyAreas, grids] = await Promise.all([
		partiesOfArea(ctx, area.id),
		administeredAreas(ctx, [code]),
		sql<PropertyAreaLine[]>`
			select p.id, p.name, (select count(*)::int from building b where b.property_area_id = p.id) as buildings,
				(select count(*)::int from unit u where u.property_area_id = p.id) as units
			from property_area p where p.community_id = ${area.id} order by p.name`,
		gridsOf(ctx, area.id)
	]);
	const mayChange = maySetUp(ctx, code);
	return ok({ area, parties, below: below.filter((one) => one.code !== code), propertyAreas, grids, mayChange });
}

const partiesOfArea = ({ database: { sql } }: Context, areaId: string) => sql<PartyLine[]>`
	select o.id, o.name, o.kind, count(distinct m.person_id)::int as staff
	from organisation o left join membership m on m.organisation_id = o.id and m.valid_from <= app_now()
		and (m.valid_to is null or m.valid_to > app_now())
	where o.area_id = ${areaId} and o.dissolved_at is null
	group by o.id order by array_position(${[...PARTY_KINDS]}::text[], o.kind), o.name`;

const gridsOf = ({ database: { sql } }: Context, communityId: string) => sql<GridLine[]>`
	select g.id, g.code, g.name, g.polygon, (select count(*)::int from building b where b.grid_id = g.id) as buildings
	from grid g where g.community_id = ${communityId} order by g.code`;

export interface PartyToSetUp extends PartyLine {
	phone: string | null;
	address: string | null;
	duties: string | null;
	field: string | null;
	area: Place;
	people: { personId: string; name: string; title: string | null; roles: string[] }[];
}

/** One party with the people appointed in it. */
export async function partyToSetUp(ctx: Context, id: string): Promise<Result<PartyToSetUp & { mayChange: boolean }>> {
	const [party] = await ctx.database.sql<PartyToSetUp[]>`
		select o.id, o.name, o.kind, o.phone, o.address, o.duties, o.field,
			jsonb_build_object('code', a.code, 'name', a.name) as area,
			coalesce((select jsonb_agg(p order by p->>'name') from (
				select jsonb_build_object('personId', p.id, 'name', p.name, 'title', max(m.title),
					'roles', jsonb_agg(m.role order by m.valid_from, m.role)) as p
				from membership m join person p on p.id = m.person_id
				where m.organisation_id = o.id and m.valid_from <= app_now() and (m.valid_to is null or m.valid_to > app_now())
				group by p.id) people (p)), '[]') as people
		from organisation o join area a on a.id = o.area_id where o.id = ${id} and o.dissolved_at is null`;
	const may = identityPolicy(ctx.actor, { act: 'read-staff', areaCode: party?.area.code ?? '' });
	if (!may.ok) return may;
	return ok({ ...party!, staff: party!.people.length, mayChange: maySetUp(ctx, party!.area.code) });
}

export interface PropertyAreaToSetUp {
	id: string;
	name: string;
	propertyCompanyId: string | null;
	ownersCommitteeId: string | null;
	community: Place & { id: string };
	buildings: { id: string; name: string; units: number; grid: string | null }[];
}

/** One property area with its buildings, and what can be chosen for it. */
export async function propertyAreaToSetUp(ctx: Context, id: string) {
	const [found] = await ctx.database.sql<PropertyAreaToSetUp[]>`
		select p.id, p.name, p.property_company_id as "propertyCompanyId", p.owners_committee_id as "ownersCommitteeId",
			jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name) as community,
			coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'grid', g.name,
					'units', (select count(*) from unit u where u.building_id = b.id)) order by b.ordinal, b.name)
				from building b left join grid g on g.id = b.grid_id where b.property_area_id = p.id), '[]') as buildings
		from property_area p join area a on a.id = p.community_id where p.id = ${id}`;
	const may = identityPolicy(ctx.actor, { act: 'set-up-areas', areaCode: found?.community.code ?? '' });
	if (!may.ok) return may;
	const communityId = found!.community.id;
	const [parties, grids] = await Promise.all([partiesOfArea(ctx, communityId), gridsOf(ctx, communityId)]);
	return ok({ propertyArea: found!, parties, grids });
}

export interface BuildingToSetUp {
	id: string;
	name: string;
	gridId: string | null;
	propertyArea: { id: string; name: string };
	community: Place & { id: string };
}
export interface UnitLine {
	id: string;
	label: string;
	entrance: number;
	floor: number;
	room: string;
	areaCenti: string;
	areaSource: 'register' | 'survey' | 'contract';
	developer: boolean;
}

/** One building with its units. */
export async function buildingToSetUp(ctx: Context, id: string) {
	const { sql } = ctx.database;
	const [found] = await sql<BuildingToSetUp[]>`
		select b.id, b.name, b.grid_id as "gridId", jsonb_build_object('id', p.id, 'name', p.name) as "propertyArea",
			jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name) as community
		from building b join property_area p on p.id = b.property_area_id join area a on a.id = b.community_id
		where b.id = ${id}`;
	const may = identityPolicy(ctx.actor, { act: 'set-up-areas', areaCode: found?.community.code ?? '' });
	if (!may.ok) return may;
	const [units, grids] = await Promise.all([
		sql<UnitLine[]>`
			select id, label, entrance, floor, room, area_centi::text as "areaCenti", area_source as "areaSource", developer
			from unit where building_id = ${id} order by entrance, floor, room`,
		gridsOf(ctx, found!.community.id)
	]);
	return ok({ building: found!, units: [...units], grids });
}
