import type { CommunityKind, GridPolygon } from '#lib/domain/community/hierarchy.ts';

/** How a building is divided. `landing`: area in centi-square-metres of each door on one floor of one entrance. */
export interface BuildingPlan {
	name: string;
	entrances: number;
	floors: number;
	landing: readonly number[];
	/** Metres east and north of the community's south-western corner. */
	at: readonly [number, number];
	grid: number;
	/** Households in it; the other units stand empty. */
	households: number;
	/** Units of the topmost floors that the developer still holds. */
	unsold?: number;
}

export interface PropertyAreaPlan {
	name: string;
	/** Doors are numbered courtyards (一组12号), not flats. */
	courtyards?: boolean;
	buildings: readonly BuildingPlan[];
}

export interface CommunityPlan {
	code: string;
	name: string;
	letters: string;
	kind: CommunityKind;
	address: string;
	introduction: string;
	/** South-western corner, WGS84: in the middle of a sea, so that nobody's real home lies under the demo. */
	corner: readonly [number, number];
	/** Corners of each grid in metres from there, without the repetition of the first. */
	grids: readonly { name: string; corners: readonly (readonly [number, number])[] }[];
	propertyAreas: readonly PropertyAreaPlan[];
}

export const DISTRICT = { code: '990101', name: '景和区' } as const;

export const STREETS = [
	{ code: '990101001', name: '清杨街道', address: '清杨路18号' },
	{ code: '990101002', name: '望槐街道', address: '望槐大街66号' },
	{ code: '990101003', name: '北渠镇', address: '北渠镇政府路1号' }
] as const;

/** From metres on the ground to degrees: at this latitude a degree is 86,400 m wide and 111,000 m high. */
export function degrees(
	[lng, lat]: readonly [number, number],
	[east, north]: readonly [number, number]
): [number, number] {
	return [Number((lng + east / 86_400).toFixed(6)), Number((lat + north / 111_000).toFixed(6))];
}

export function polygonOf(
	corner: readonly [number, number],
	corners: readonly (readonly [number, number])[]
): GridPolygon {
	return [...corners, corners[0]!].map((point) => degrees(corner, point));
}
