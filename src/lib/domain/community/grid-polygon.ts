import { ok, refuse, type Result } from '../shared/result.ts';
import type { GridPolygon } from './hierarchy.ts';

const field = 'geojson';
const MOST_POINTS = 500;
type Point = readonly [longitude: number, latitude: number];

/**
 * Reads the ground of a grid from GeoJSON (RFC 7946): a Polygon, a Feature of one, or a FeatureCollection with a single one.
 * WGS84 longitude first; without holes; the ring must not cross itself. A ring left open is closed.
 */
export function readGridPolygon(geojson: string): Result<GridPolygon> {
	const ring = ringOf(parsed(geojson));
	if (!ring) return refuse('community.polygon-unreadable', { field });
	if (ring.length < 3) return refuse('community.polygon-points', { field });
	if (!ring.every(isPoint)) return refuse('community.polygon-places', { field });
	const points = ring.map(([longitude, latitude]): [number, number] => [longitude, latitude]);
	const [first, last] = [points[0]!, points.at(-1)!];
	if (first[0] !== last[0] || first[1] !== last[1]) points.push([...first]);
	if (points.length < 4) return refuse('community.polygon-points', { field });
	if (points.length > MOST_POINTS) return refuse('community.polygon-large', { field });
	return crossesItself(points) ? refuse('community.polygon-crosses', { field }) : ok(points);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function ringOf(value: unknown): unknown[] | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { type, coordinates, geometry, features } = value as Record<string, unknown>;
	if (type === 'FeatureCollection')
		return Array.isArray(features) && features.length === 1 ? ringOf(features[0]) : undefined;
	if (type === 'Feature') return ringOf(geometry);
	if (type !== 'Polygon' || !Array.isArray(coordinates) || coordinates.length !== 1) return undefined;
	return Array.isArray(coordinates[0]) ? coordinates[0] : undefined;
}

/** Somewhere in China: a pair the wrong way round, or in another system's metres, is not. */
function isPoint(value: unknown): value is Point {
	if (!Array.isArray(value) || value.length < 2) return false;
	const [longitude, latitude] = value as unknown[];
	const inside = (n: unknown, least: number, most: number) => typeof n === 'number' && n >= least && n <= most;
	return inside(longitude, 73, 136) && inside(latitude, 3, 54);
}

const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) =>
	Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Do two sides that are not neighbours meet? */
function crossesItself(ring: readonly Point[]): boolean {
	const sides = ring.length - 1;
	for (let i = 0; i < sides; i++) {
		for (let j = i + 2; j < sides; j++) {
			if (i === 0 && j === sides - 1) continue;
			const [a, b, c, d] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
			if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) return true;
		}
	}
	return false;
}
