import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { buildRecord } from '#lib/domain/votes/record.ts';
import { KEY, SOURCE } from '#lib/domain/votes/record.fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'gongjian-votes-'));
const { public: record, full } = await buildRecord(SOURCE, KEY);

async function file(name: string, text: string): Promise<string> {
	await writeFile(join(folder, name), text);
	return join(folder, name);
}
function run(
	command: 'tally' | 'verify',
	...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
	return new Promise((resolve) => {
		execFile(process.execPath, [`src/cli/${command}.ts`, ...args], (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});
}

test('tally prints the expected results of the worked cases, for a list and for one', async () => {
	const cases = JSON.parse(await readFile('tests/vectors/tally.json', 'utf8')) as {
		input: unknown;
		expected: unknown;
	}[];
	const all = await run('tally', 'tests/vectors/tally.json');
	expect(JSON.parse(all.stdout)).toEqual(cases.map((c) => c.expected));
	const one = await run('tally', await file('one.json', JSON.stringify(cases[0]!.input)));
	expect(JSON.parse(one.stdout)).toEqual(cases[0]!.expected);
});

test('tally says what it cannot read', async () => {
	const { code, stderr, stdout } = await run(
		'tally',
		await file('bad.json', '[{"kind":"figures","roll":{"area":"1.234"}}]')
	);
	expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
	expect(stderr).toContain('bad.json');
});

test('verify checks both views, one line a check', async () => {
	for (const view of [record, full]) {
		const { code, stdout } = await run('verify', await file('record.json', canonicalJson(view)), '--key', KEY.public);
		expect(code).toBe(0);
		expect(stdout.trimEnd().split('\n')).toHaveLength(8);
		expect(stdout).not.toContain('FAILED');
	}
});

test('verify names the check that fails', async () => {
	const text = canonicalJson(record).replace('"outcome":"passed"', '"outcome":"rejected"');
	const { code, stdout } = await run('verify', await file('forged.json', text));
	expect(code).toBe(1);
	expect(stdout.match(/^FAILED\s+\w+/gm)?.map((line) => line.split(/\s+/)[1])).toEqual(['outcome', 'signature']);
});

test('verify refuses a key that is none', async () => {
	const { code, stderr } = await run(
		'verify',
		await file('record.json', canonicalJson(record)),
		'--key',
		await file('key', 'x')
	);
	expect(code).toBe(2);
	expect(stderr).toContain('32 bytes');
});
