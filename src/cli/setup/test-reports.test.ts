import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countOf, fromLint, fromPlaywright, fromVitest } from './test-reports.mjs';

test('a failed test and a file that cannot be loaded are each one failure, named with what they said', () => {
	const testResults = [
		{
			name: 'src/a.test.ts',
			status: 'failed',
			assertionResults: [
				{ status: 'passed', fullName: 'holds', failureMessages: [] },
				{ status: 'failed', fullName: 'breaks', failureMessages: ['expected 1 to be 2\nat line 3'] }
			]
		},
		{ name: 'src/b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
		{ name: 'src/c.test.ts', status: 'passed', assertionResults: [] }
	];
	expect(fromVitest({ numPassedTests: 1, testResults })).toEqual({
		passed: 1,
		failed: 2,
		failures: [
			'src/a.test.ts > breaks\n    expected 1 to be 2\n    at line 3',
			'src/b.test.ts > the file itself\n    Cannot find module'
		]
	});
});

test('browser tests are named however deep they stand; one that needed a second attempt failed', () => {
	const spec = (title: string, ...errors: (string | undefined)[]) => ({
		title,
		tests: [{ results: errors.map((message) => (message === undefined ? {} : { error: { message } })) }]
	});
	const suites = [
		{
			file: 'a.test.ts',
			specs: [spec('holds', undefined), spec('flickers', 'too late', undefined)],
			suites: [{ file: 'a.test.ts', specs: [spec('breaks', 'not visible')] }]
		}
	];
	const stats = { expected: 1, unexpected: 1, flaky: 1 };
	expect(fromPlaywright({ stats, errors: [], suites })).toEqual({
		passed: 1,
		failed: 2,
		failures: ['a.test.ts > flickers\n    too late', 'a.test.ts > breaks\n    not visible']
	});
});

test('a runner that fails without a failed test, or leaves no report, is a failure', () => {
	const file = join(mkdtempSync(join(tmpdir(), 'reports-')), 'lint.json');
	writeFileSync(file, JSON.stringify([{ name: 'eslint', passed: true }]));
	expect(countOf(fromLint, file, 0)).toEqual({ passed: 1, failed: 0, failures: [] });
	expect(countOf(fromLint, file, 3)).toMatchObject({ passed: 1, failed: 1, failures: [expect.stringContaining('3')] });
	expect(countOf(fromLint, `${file}.none`, 0)).toMatchObject({ passed: 0, failed: 1 });
});
