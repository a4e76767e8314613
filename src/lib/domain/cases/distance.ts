/** Metres between two places (WGS84), by the great circle; exact to some metres within a city. */
export function metresBetween(
	a: { longitude: number; latitude: number },
	b: { longitude: number; latitude: number }
): number {
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const north = radians(b.latitude - a.latitude) / 2;
	const east = radians(b.longitude - a.longitude) / 2;
	const chord =
		Math.sin(north) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east) ** 2;
	return 2 * 6_371_009 * Math.asin(Math.sqrt(chord));
}
