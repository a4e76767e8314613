// Reads what the test runners reported and adds it up. Plain Node 20.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * The count of one stage. A runner that failed without naming a failed test (it crashed, a file could not be loaded) is
 * one failure.
 * @param {(report: any) => Count} read
 * @param {string} file
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function countOf(read, file, code) {
	let count = { passed: 0, failed: 0 };
	try {
		count = read(JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		console.error(`No report from this stage: ${error instanceof Error ? error.message : error}`);
		code ||= 1;
	}
	return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {{ passed: boolean }[]} report */
export const fromLint = (report) => ({
	passed: report.filter((check) => check.passed).length,
	failed: report.filter((check) => !check.passed).length
});

/** @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report */
export const fromVitest = ({ numPassedTests, numFailedTests, testResults }) => ({
	passed: numPassedTests,
	failed:
		numFailedTests + testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
});

/** @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report */
export const fromPlaywright = ({ stats, errors }) => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky + errors.length
});
