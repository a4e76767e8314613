import type { GridPolygon } from '#lib/domain/community/hierarchy.ts';

export interface Outline {
	/** Of the drawing, in its own units. */
	width: number;
	height: number;
	shapes: { id: string; name: string; points: string; x: number; y: number }[];
}

const WIDE = 640;
const MARGIN = 12;

/**
 * Grids drawn side by side, north above: over a community the ground is flat, so a degree of longitude is a degree of
 * latitude times the cosine of the latitude. Null where none has a ground.
 */
export function outline(grids: readonly { id: string; name: string; polygon: GridPolygon | null }[]): Outline | null {
	const drawn = grids.filter((grid) => grid.polygon);
	const all = drawn.flatMap((grid) => grid.polygon!);
	if (!all.length) return null;
	const west = Math.min(...all.map(([x]) => x));
	const east = Math.max(...all.map(([x]) => x));
	const south = Math.min(...all.map(([, y]) => y));
	const north = Math.max(...all.map(([, y]) => y));
	const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const scale = WIDE / Math.max((east - west) * squeeze, (north - south) * 1.2, 1e-9);
	const place = ([x, y]: readonly [number, number]): [number, number] => [
		Math.round((x - west) * squeeze * scale) + MARGIN,
		Math.round((north - y) * scale) + MARGIN
	];
	return {
		width: Math.round((east - west) * squeeze * scale) + 2 * MARGIN,
		height: Math.round((north - south) * scale) + 2 * MARGIN,
		shapes: drawn.map(({ id, name, polygon }) => {
			const points = polygon!.map(place);
			const corners = points.slice(0, -1);
			const middle = (i: 0 | 1) => Math.round(corners.reduce((sum, point) => sum + point[i], 0) / corners.length);
			return { id, name, points: points.map((point) => point.join(',')).join(' '), x: middle(0), y: middle(1) };
		})
	};
}
