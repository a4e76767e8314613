// npm run -s tally -- FILE: one input, one case {name, input}, or a list of either; prints the result or the list of results as JSON.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { tallyCase } from '#lib/domain/votes/tally-case.ts';
import { TallyCaseSchema } from '#lib/domain/votes/tally-case.schema.ts';

function tally(item: unknown): unknown {
	const isCase = typeof item === 'object' && item !== null && 'input' in item;
	return tallyCase(v.parse(TallyCaseSchema, isCase ? item.input : item));
}

const file = process.argv[2];
if (!file) {
	console.error('Usage: npm run -s tally -- FILE');
	process.exit(2);
}
try {
	const cases: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
	console.log(JSON.stringify(Array.isArray(cases) ? cases.map(tally) : tally(cases), null, 1));
} catch (error) {
	const where = v.isValiError(error) ? ` (at ${v.getDotPath(error.issues[0]) ?? 'the top'})` : '';
	console.error(`${file}: ${(error as Error).message}${where}`);
	process.exit(1);
}
