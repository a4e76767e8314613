import { expect, test } from 'vitest';
import { pageNumber } from './page-number.ts';

test.each([
	['', 1],
	['?page=3', 3],
	['?page=2.9', 2],
	['?page=0', 1],
	['?page=-4', 1],
	['?page=x', 1],
	['?page=1e308', 10_000],
	['?page=Infinity', 10_000]
])('%s is page %i', (query, page) => {
	expect(pageNumber(new URL(`https://portal.example/list${query}`))).toBe(page);
});
