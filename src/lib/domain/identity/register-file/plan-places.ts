import { unitLabel } from '../../community/unit-label.ts';
import { unitKey } from './check-lines.ts';
import type { CellIssue } from './columns.ts';
import type { RegisterLine } from './line.ts';
import type { ImportPlan } from './plan.ts';
import type { RegisterState, UnitFacts } from './state.ts';

/**
 * Plans buildings and units; answers the id of the unit of each key. Property areas are set up by the administrator: a
 * name that the community does not have is an issue, so that a slip of the pen does not make an estate.
 */
export function planUnits(
	lines: readonly RegisterLine[],
	state: RegisterState,
	plan: ImportPlan,
	newId: () => string,
	report: (issue: CellIssue) => void
): Map<string, string> {
	const areas = new Map(state.propertyAreas.map(({ id, name }) => [plainPlace(name), id]));
	const buildings = new Map(state.buildings.map((b) => [`${b.propertyAreaId}/${plainPlace(b.name)}`, b]));
	const units = new Map(state.units.map((unit) => [`${unit.buildingId}/${plainPlace(unit.label)}`, unit]));
	const names = state.propertyAreas.map(({ name }) => name).join('、');
	const ids = new Map<string, string>();
	for (const [key, [line]] of Map.groupBy(lines, unitKey)) {
		const propertyAreaId = areas.get(plainPlace(line!.propertyArea));
		if (!propertyAreaId) {
			const code = names ? 'import.property-area-unknown' : 'import.property-area-none';
			report({ row: line!.row, column: 'propertyArea', code, params: { name: line!.propertyArea, names } });
			continue;
		}
		const place = `${propertyAreaId}/${plainPlace(line!.building)}`;
		let building = buildings.get(place);
		if (!building) {
			building = { id: newId(), propertyAreaId, name: line!.building };
			plan.buildings.push(building);
			buildings.set(place, building);
		}
		const facts = factsOf(line!, building.name);
		const known = units.get(`${building.id}/${plainPlace(facts.label)}`);
		const id = known?.id ?? newId();
		ids.set(key, id);
		const row = { id, buildingId: building.id, propertyAreaId, ...facts };
		if (!known) plan.units.added.push(row);
		else if (CHANGEABLE.some((fact) => known[fact] !== facts[fact]))
			plan.units.changed.push({ ...row, label: known.label });
	}
	return ids;
}

const CHANGEABLE = ['floor', 'areaCenti', 'areaSource', 'developer'] as const;

const factsOf = (line: RegisterLine, building: string): UnitFacts => ({
	entrance: line.entrance ?? 1,
	floor: line.floor,
	room: line.room,
	label: unitLabel(building, line.entrance, line.room),
	areaCenti: line.area,
	areaSource: line.areaSource,
	developer: line.developer
});

/** Spellings of one place: full-width signs and spaces do not count. */
const plainPlace = (name: string) => name.normalize('NFKC').replace(/\s/g, '');
