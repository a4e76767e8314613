// Reads what the test runners reported and adds it up. Plain Node 20.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What failed is named with the first lines of what it said. @typedef {{ passed: number, failed: number, failures: string[] }} Count */

/**
 * The count of one stage. A runner that failed without naming a failed test (it crashed, a file could not be loaded) is
 * one failure.
 * @param {(report: any) => Count} read
 * @param {string} file
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function countOf(read, file, code) {
	/** @type {Count} */
	let count = { passed: 0, failed: 0, failures: [] };
	try {
		count = read(JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		console.error(`No report from this stage: ${error instanceof Error ? error.message : error}`);
		code ||= 1;
	}
	if (code === 0 || count.failed > 0) return count;
	return { ...count, failed: 1, failures: [`the runner ended with exit code ${code}, no failed test named`] };
}

/** @param {{ name: string, passed: boolean }[]} report */
export const fromLint = (report) => {
	const failed = report.filter((check) => !check.passed);
	return { passed: report.length - failed.length, failed: failed.length, failures: failed.map(({ name }) => name) };
};

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestTest
 * @param {{ numPassedTests: number, testResults: { name: string, status: string, message?: string, assertionResults: VitestTest[] }[] }} report
 */
export const fromVitest = ({ numPassedTests, testResults }) => {
	const failures = testResults.flatMap(({ name, status, message = '', assertionResults: tests }) => {
		const failed = tests.filter((test) => test.status === 'failed');
		if (failed.length > 0) return failed.map((test) => named(name, test.fullName, test.failureMessages.join('\n')));
		// every test held, or none could be run, and yet the file failed
		return status === 'failed' ? [named(name, 'the file itself', message)] : [];
	});
	return { passed: numPassedTests, failed: failures.length, failures };
};

/**
 * @typedef {{ title: string, tests: { results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ file: string, specs: Spec[], suites?: Suite[] }} Suite
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: { message?: string }[], suites: Suite[] }} report
 */
export const fromPlaywright = ({ stats, errors, suites }) => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky + errors.length,
	failures: [
		...suites.flatMap(failedSpecs),
		...errors.map(({ message = '' }) => named('e2e', 'the run itself', message))
	]
});

/** @param {Suite} suite @returns {string[]} */
const failedSpecs = ({ file, specs, suites = [] }) => [
	...specs.flatMap(({ title, tests }) => {
		const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
		return error ? [named(file, title, error.message ?? '')] : [];
	}),
	...suites.flatMap(failedSpecs)
];

const LINES = 12;

/** @param {string} file @param {string} test @param {string} message */
const named = (file, test, message) =>
	[`${relative('.', file)} > ${test}`, ...message.split('\n').slice(0, LINES)].join('\n    ');
