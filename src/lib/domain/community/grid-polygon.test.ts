import { expect, test } from 'vitest';
import { readGridPolygon } from './grid-polygon.ts';

const square = [
	[116.4, 39.9],
	[116.41, 39.9],
	[116.41, 39.91],
	[116.4, 39.91],
	[116.4, 39.9]
];
const polygon = (ring: unknown) => JSON.stringify({ type: 'Polygon', coordinates: [ring] });
const refusal = (text: string) => {
	const result = readGridPolygon(text);
	return result.ok ? null : result.refusal.code;
};

test('a polygon, a feature or a collection of one is read, open rings are closed', () => {
	const geometry = { type: 'Polygon', coordinates: [square] };
	const feature = { type: 'Feature', properties: { name: '一' }, geometry };
	for (const value of [geometry, feature, { type: 'FeatureCollection', features: [feature] }]) {
		expect(readGridPolygon(JSON.stringify(value))).toEqual({ ok: true, value: square });
	}
	expect(readGridPolygon(polygon(square.slice(0, -1)))).toEqual({ ok: true, value: square });
});

test.each([
	['not json', 'community.polygon-unreadable'],
	['null', 'community.polygon-unreadable'],
	['{"type":"Point","coordinates":[116,39]}', 'community.polygon-unreadable'],
	[JSON.stringify({ type: 'Polygon', coordinates: [square, square] }), 'community.polygon-unreadable'],
	[polygon([]), 'community.polygon-points'],
	[polygon(square.map(([x, y]) => [y, x])), 'community.polygon-places'],
	[polygon([...square, 'x']), 'community.polygon-places'],
	[polygon(square.slice(0, 2)), 'community.polygon-points'],
	[polygon([square[0], square[2], square[1], square[3], square[0]]), 'community.polygon-crosses'],
	[polygon(Array.from({ length: 600 }, (_, i) => [116 + i / 1000, 39])), 'community.polygon-large']
])('bad ground %# is refused', (text, code) => expect(refusal(text)).toBe(code));
