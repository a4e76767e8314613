import { area, building, grid, propertyArea, unit } from '../schema/index.ts';
import { COMMUNITIES } from './data/communities.ts';
import { degrees, DISTRICT, polygonOf, STREETS, type BuildingPlan, type CommunityPlan } from './data/places.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { RECORDS_DAY, type Ground, type Row, type World } from './world.ts';

/** District, streets, communities; in each community its property areas, grids, buildings and units. */
export async function makePlaces(world: World): Promise<void> {
	const createdAt = world.calendar.at(RECORDS_DAY);
	const areaRow = (row: Omit<Row<'area'>, 'id' | 'createdAt'>): Row<'area'> => ({
		...row,
		id: idAt(createdAt, `area/${row.code}`),
		createdAt
	});
	const district = areaRow({ ...DISTRICT, level: 'district', address: '景和区和平大街1号', phone: '010-19900000' });
	const streets = STREETS.map((street, i) =>
		areaRow({ ...street, level: 'street', parentId: district.id, phone: `010-1990${i + 1}000` })
	);
	const communities = COMMUNITIES.map(({ code, name, letters, kind, address, introduction }, i) => {
		const parentId = streets.find((street) => code.startsWith(street.code))!.id;
		return areaRow({
			code,
			name,
			letters,
			kind,
			address,
			introduction,
			level: 'community',
			parentId,
			phone: `010-1990${code[8]}1${String(i + 1).padStart(2, '0')}`
		});
	});
	const areas = [district, ...streets, ...communities];
	for (const { id, code, name, letters } of areas) world.areas.set(code, { id, code, name, letters: letters ?? null });
	for (const plan of COMMUNITIES) world.grounds.set(plan.code, layOut(world, plan, createdAt));

	const grounds = [...world.grounds.values()];
	await insertRows(world.db, area, areas);
	await insertRows(
		world.db,
		propertyArea,
		grounds.flatMap((ground) => ground.propertyAreas)
	);
	await insertRows(
		world.db,
		grid,
		grounds.flatMap((ground) => ground.grids)
	);
	await insertRows(
		world.db,
		building,
		grounds.flatMap((ground) => ground.buildings)
	);
	await insertRows(
		world.db,
		unit,
		grounds.flatMap((ground) => ground.units)
	);
}

function layOut(world: World, plan: CommunityPlan, createdAt: Date): Ground {
	const area = world.areas.get(plan.code)!;
	const key = (kind: string, name: string) => idAt(createdAt, `${kind}/${plan.code}/${name}`);
	const ground: Ground = { plan, area, propertyAreas: [], grids: [], buildings: [], units: [] };
	ground.grids = plan.grids.map(({ name, corners }, i) => {
		const code = `${plan.code}${String(i + 1).padStart(3, '0')}`;
		return { id: key('grid', code), communityId: area.id, code, name, polygon: polygonOf(plan.corner, corners) };
	});
	for (const { name, courtyards, buildings } of plan.propertyAreas) {
		const propertyAreaId = key('property-area', name);
		ground.propertyAreas.push({ id: propertyAreaId, communityId: area.id, name, createdAt });
		for (const building of buildings) {
			const [longitude, latitude] = degrees(plan.corner, building.at);
			const row: Row<'building'> = {
				id: key('building', building.name),
				communityId: area.id,
				propertyAreaId,
				gridId: ground.grids[building.grid]!.id,
				name: building.name,
				ordinal: ground.buildings.length + 1,
				longitude: longitude.toFixed(6),
				latitude: latitude.toFixed(6)
			};
			ground.buildings.push(row);
			for (const door of doors(building, courtyards)) {
				ground.units.push({
					...door,
					id: key('unit', door.label),
					communityId: area.id,
					propertyAreaId,
					buildingId: row.id
				});
			}
		}
	}
	return ground;
}

type Door = Omit<Row<'unit'>, 'id' | 'communityId' | 'propertyAreaId' | 'buildingId'>;

/** Every door of a building, floor by floor; what is unsold lies on top. */
function doors({ name, entrances, floors, landing, unsold = 0 }: BuildingPlan, courtyards = false): Door[] {
	const total = entrances * floors * landing.length;
	const list: Door[] = [];
	for (let floor = 1; floor <= floors; floor++)
		for (let entrance = 1; entrance <= entrances; entrance++)
			landing.forEach((measured, i) => {
				const room = courtyards ? String(i + 1) : `${floor}${String(i + 1).padStart(2, '0')}`;
				const developer = list.length >= total - unsold;
				// Doors at the gable ends are a little larger; where nothing is registered yet, the survey or the contract counts.
				const gable =
					entrances > 1 &&
					!courtyards &&
					((entrance === 1 && i === 0) || (entrance === entrances && i === landing.length - 1));
				list.push({
					entrance,
					floor,
					room,
					label: courtyards ? `${name}${room}号` : `${name}${entrance}单元${room}`,
					areaCenti: BigInt(measured + (gable ? 112 : 0)),
					areaSource: developer ? 'contract' : unsold && floor > floors - 6 ? 'survey' : 'register',
					developer
				});
			});
	return list;
}
