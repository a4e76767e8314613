// npm run bench [-- NAME …]: measures, prints one line a figure, and writes .test/bench/NAME.json. Fails where a bound is missed.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

const BENCHES: Record<string, () => Promise<{ run: () => Promise<Figure[]> }>> = {
	collab: () => import('./collab.ts'),
	votes: () => import('./votes.ts')
};

const short = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 3 : 6 });

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in BENCHES));
if (unknown) {
	console.error(`There is no bench ${unknown}: choose from ${Object.keys(BENCHES).join(', ')}.`);
	process.exit(2);
}
mkdirSync('.test/bench', { recursive: true });
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
	const { run } = await BENCHES[name]!();
	const figures = await run();
	for (const { what, value, unit, beside = {}, bound } of figures) {
		const others = Object.entries(beside).map(
			([other, theirs]) => `${other} ${short(theirs)}${theirs ? ` (${short(value / theirs)}×)` : ''}`
		);
		const kept = bound ? [`${bound.says}: ${bound.holds(value) ? 'kept' : 'MISSED'}`] : [];
		console.log([`${name}  ${what.padEnd(42)} ${short(value)} ${unit}`.padEnd(66), ...others, ...kept].join('  '));
		if (bound && !bound.holds(value)) process.exitCode = 1;
	}
	const written = figures.map(({ bound, ...figure }) => ({ ...figure, bound: bound?.says ?? null }));
	writeFileSync(`.test/bench/${name}.json`, JSON.stringify(written, null, '\t'));
}
