import type { AreaLevel, CommunityKind } from '#lib/domain/community/hierarchy.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import type { Context } from '../platform/context.ts';
import type { Place } from './shell-facts.ts';

/** A district, street or community as everybody may read it, with what lies above it, widest first. */
export interface PublicArea extends Place {
	id: string;
	level: AreaLevel;
	kind: CommunityKind | null;
	address: string | null;
	phone: string | null;
	introduction: string | null;
	above: Place[];
}

/** The area with this code at this level; undefined where there is none. */
export async function findArea({ database }: Context, level: AreaLevel, code: string): Promise<PublicArea | undefined> {
	const [row] = await database.sql<PublicArea[]>`
		select a.id, a.level, a.code, a.name, a.kind, a.address, a.phone, a.introduction,
			coalesce((select jsonb_agg(jsonb_build_object('code', up.code, 'name', up.name) order by up.code)
				from area up where up.code in (left(a.code, 6), left(a.code, 9)) and up.code <> a.code), '[]') as above
		from area a where a.code = ${code} and a.level = ${level}`;
	return row;
}

export interface AreaBelow extends Place {
	kind: CommunityKind | null;
	/** Communities within it: of a street, how many. */
	communities: number;
}

/** The areas right below this one, by code. */
export async function areasBelow({ database }: Context, areaId: string): Promise<AreaBelow[]> {
	return database.sql<AreaBelow[]>`
		select a.code, a.name, a.kind, (select count(*)::int from area c where c.parent_id = a.id) as communities
		from area a where a.parent_id = ${areaId} order by a.code`;
}

export interface DistrictTree extends Place {
	streets: (Place & { communities: Place[] })[];
}

/** Every district with its streets and their communities: names and codes only. */
export async function hierarchy({ database }: Context): Promise<DistrictTree[]> {
	const areas = await database.sql<(Place & { level: AreaLevel })[]>`
		select code, name, level from area order by code`;
	const below = (above: string, level: AreaLevel) =>
		areas.filter((area) => area.level === level && area.code.startsWith(above));
	const place = ({ code, name }: Place): Place => ({ code, name });
	return below('', 'district').map((district) => ({
		...place(district),
		streets: below(district.code, 'street').map((street) => ({
			...place(street),
			communities: below(street.code, 'community').map(place)
		}))
	}));
}

export interface FoundArea extends Place {
	level: AreaLevel;
	/** 栖霞区 清杨街道 */
	within: string;
	address: string | null;
}

/** Areas whose name or address holds every word of the question, communities first; at most 30. */
export async function searchAreas({ database }: Context, question: string): Promise<FoundArea[]> {
	const words = question.trim().split(/\s+/).filter(Boolean).slice(0, 5);
	if (!words.length) return [];
	const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
	return database.sql<FoundArea[]>`
		select a.code, a.name, a.level, a.address,
			coalesce((select string_agg(up.name, ' ' order by up.code) from area up
				where up.code in (left(a.code, 6), left(a.code, 9)) and up.code <> a.code), '') as within
		from area a
		where concat_ws(' ', a.name, a.address) ilike all (${patterns})
		order by length(a.code) desc, a.code limit 30`;
}

export interface PublicParty {
	id: string;
	kind: PartyKind;
	name: string;
	phone: string | null;
	address: string | null;
	duties: string | null;
	field: string | null;
}

/** Parties at work in this area, those dissolved left out, in the order the mechanism names them. */
export async function partiesIn({ database }: Context, areaId: string): Promise<PublicParty[]> {
	return database.sql<PublicParty[]>`
		select id, kind, name, phone, address, duties, field from organisation
		where area_id = ${areaId} and dissolved_at is null
		order by array_position(array['party-committee', 'residents-committee', 'service-station', 'supervisory-committee',
			'owners-committee', 'property-company', 'social-organisation', 'street-office', 'district-centre',
			'dispatched-agency'], kind), name`;
}

/** What a community is in figures. */
export interface CommunityFigures {
	propertyAreas: { name: string; company: string | null; committee: string | null }[];
	buildings: number;
	households: number;
	grids: number;
}

export async function communityFigures({ database }: Context, communityId: string): Promise<CommunityFigures> {
	const [row] = await database.sql<CommunityFigures[]>`
		select
			coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'company', c.name, 'committee', o.name) order by p.name)
				from property_area p left join organisation c on c.id = p.property_company_id
				left join organisation o on o.id = p.owners_committee_id
				where p.community_id = ${communityId}), '[]') as "propertyAreas",
			(select count(*)::int from building where community_id = ${communityId}) as buildings,
			(select count(*)::int from household where community_id = ${communityId} and ended_at is null) as households,
			(select count(*)::int from grid where community_id = ${communityId}) as grids`;
	return row!;
}

export interface RosterLine {
	id: string;
	force: 'community' | 'street' | 'dispatched' | 'volunteer';
	name: string;
	duty: string;
	workPhone: string;
	organisation: string;
	grid: string | null;
}

/** The real-name roster (实名制公示) of a community, its street's people who serve it among them: published lines only. */
export async function rosterOf({ database }: Context, communityCode: string): Promise<RosterLine[]> {
	return database.sql<RosterLine[]>`
		select r.id, r.force, r.name, r.duty, r.work_phone as "workPhone", o.name as organisation, g.name as grid
		from roster_entry r join area a on a.id = r.area_id join organisation o on o.id = r.organisation_id
		left join grid g on g.id = r.grid_id
		where a.code in (${communityCode}, left(${communityCode}, 9))
			and (r.published_from is null or r.published_from <= (app_now() at time zone 'Asia/Shanghai')::date)
		order by array_position(array['community', 'street', 'dispatched', 'volunteer'], r.force), o.name, r.ordinal, r.name`;
}
