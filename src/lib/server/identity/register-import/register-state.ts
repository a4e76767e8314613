import { sql } from 'drizzle-orm';
import type { KnownMember, KnownOwner, KnownPerson, RegisterState } from '#lib/domain/identity/register-file/state.ts';
import type { RegisterLine } from '#lib/domain/identity/register-file/line.ts';
import type { Db } from '../../db/client.ts';
import { digest } from '../../platform/secrets.ts';
import { phoneDigest } from '../person-secrets.ts';

/** A person as an import sees one; `p` is the row of person. */
const known = sql`p.id as "personId", p.name, p.adult, s.phone is not null as "hasPhone", s.id_number is not null as "hasIdNumber",
	(exists (select from credential c where c.person_id = p.id) or exists (select from consent t where t.person_id = p.id)
		or exists (select from session e where e.person_id = p.id)) as "hasAccount"`;
const ofPerson = sql`left join person_secret s on s.person_id = p.id`;

type UnitRow = Omit<RegisterState['units'][number], 'areaCenti'> & { areaCenti: string };

/** The register of a community as it stands, and who has the numbers that these lines name. */
export async function registerState(
	db: Db,
	communityId: string,
	lines: readonly RegisterLine[]
): Promise<RegisterState> {
	const units = await db.execute<Row<UnitRow>>(sql`
		select id, building_id as "buildingId", entrance, floor, room, label, area_centi::text as "areaCenti",
			area_source as "areaSource", developer from unit where community_id = ${communityId}`);
	return {
		propertyAreas: await db.execute<Row<RegisterState['propertyAreas'][number]>>(
			sql`select id, name from property_area where community_id = ${communityId} order by name`
		),
		buildings: await db.execute<Row<RegisterState['buildings'][number]>>(
			sql`select id, name, property_area_id as "propertyAreaId" from building where community_id = ${communityId}`
		),
		units: units.map((unit) => ({ ...unit, areaCenti: BigInt(unit.areaCenti) })),
		households: await db.execute<Row<RegisterState['households'][number]>>(sql`
			select id, code, unit_id as "unitId", head_name as "headName" from household
			where community_id = ${communityId} and ended_at is null order by created_at, id`),
		members: Map.groupBy(await membersIn(db, communityId), (one) => one.householdId),
		owners: Map.groupBy(await ownersIn(db, communityId), (one) => one.unitId),
		byPhone: await holdersOf(db, 'phone_digest', numbersIn(lines, 'phone'), phoneDigest),
		byIdNumber: await holdersOf(db, 'id_number_digest', numbersIn(lines, 'idNumber'), (number) =>
			digest('id-number', number)
		)
	};
}

const membersIn = (db: Db, communityId: string) =>
	db.execute<Row<KnownMember>>(sql`
		select r.id as "residencyId", r.household_id as "householdId", r.state = 'confirmed' as confirmed, ${known}
		from residency r join person p on p.id = r.person_id ${ofPerson}
		where r.community_id = ${communityId} and r.state in ('requested', 'confirmed') order by r.created_at, r.id`);

const ownersIn = (db: Db, communityId: string) =>
	db.execute<Row<KnownOwner>>(sql`
		select o.id as "ownershipId", o.unit_id as "unitId", o.state = 'approved' as approved, o.share, o.evidence,
			o.registered_on::text as "registeredOn", ${known}
		from ownership o join person p on p.id = o.person_id ${ofPerson}
		where o.community_id = ${communityId} and o.state in ('requested', 'approved') order by o.created_at, o.id`);

type Row<T> = T & Record<string, unknown>;

const numbersIn = (lines: readonly RegisterLine[], column: 'phone' | 'idNumber') => [
	...new Set(lines.flatMap((line) => line.person?.[column] ?? []))
];

async function holdersOf(
	db: Db,
	column: 'phone_digest' | 'id_number_digest',
	numbers: readonly string[],
	digestOf: (number: string) => Buffer
): Promise<Map<string, KnownPerson>> {
	const byDigest = new Map(numbers.map((number) => [digestOf(number).toString('hex'), number]));
	if (!byDigest.size) return new Map();
	const list = sql.param(`{${[...byDigest.keys()].join(',')}}`);
	const rows = await db.execute<Row<KnownPerson & { hex: string }>>(sql`
		select encode(s.${sql.identifier(column)}, 'hex') as hex, ${known}
		from person_secret s join person p on p.id = s.person_id
		where s.${sql.identifier(column)} = any(array(select decode(hex, 'hex') from unnest(${list}::text[]) hex))
			and p.erased_at is null
		order by p.created_at desc`);
	return new Map(rows.map(({ hex, ...person }) => [byDigest.get(hex)!, person]));
}
