import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = 'src/lib/i18n/messages';
const FILES = readdirSync(join(ROOT, 'zh-CN'));
type Variants = { match: Record<string, string> };

/** Every message of a file; of one that has variants (one, other) all of them, a line each. */
function read(language: string, file: string): Record<string, string> {
	const raw: Record<string, string | Variants[]> = JSON.parse(readFileSync(join(ROOT, language, file), 'utf8'));
	const text = (message: string | Variants[]) =>
		typeof message === 'string' ? message : message.flatMap(({ match }) => Object.values(match)).join('\n');
	return Object.fromEntries(Object.entries(raw).map(([key, message]) => [key, text(message)]));
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();

test('both languages have the same files', () => {
	expect(readdirSync(join(ROOT, 'en'))).toEqual(FILES);
});

describe.each(FILES)('%s', (file) => {
	const [chinese, english] = [read('zh-CN', file), read('en', file)];

	test('says the same in both languages, with the same parts to fill in', () => {
		expect(Object.keys(english).toSorted()).toEqual(Object.keys(chinese).toSorted());
		const of = (texts: Record<string, string>) =>
			Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, placeholders(text)]));
		expect(of(english)).toEqual(of(chinese));
	});

	test('leaves nothing empty, and names each message for its area once', () => {
		for (const text of [...Object.values(chinese), ...Object.values(english)]) expect(text.trim()).not.toBe('');
		for (const key of Object.keys(chinese)) expect(key).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
		const elsewhere = FILES.filter((other) => other !== file).flatMap((other) => Object.keys(read('zh-CN', other)));
		expect(Object.keys(chinese).filter((key) => elsewhere.includes(key))).toEqual([]);
	});
});

/** Where a code becomes a refusal: in a use-case or policy, as the message of a form's check, or put in an error page. */
const REFUSALS = [
	/refuse\(\s*'([a-z]+\.[a-z-]+)'/g,
	/refuse\(\s*[\w!. ]+\? '([a-z]+\.[a-z-]+)'/g,
	/refuse\(\s*[\w!. ]+\? '[^']+' : '([a-z]+\.[a-z-]+)'/g,
	/code: '([a-z]+\.[a-z-]+)'/g
];
const ANY_CODE = /'([a-z]+\.[a-z-]+)'/g;

test('every refusal has its sentence', () => {
	const known = FILES.flatMap((file) => Object.keys(read('zh-CN', file)));
	const codes = new Set<string>();
	for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.includes('paraglide')) continue;
		const text = readFileSync(join('src', name), 'utf8');
		// the guards of a case leave out the area
		if (name.endsWith('cases/guards.ts')) {
			for (const [, reason] of text.matchAll(/\bno\('([a-z-]+)'/g)) codes.add(`cases.${reason}`);
		}
		for (const pattern of name.endsWith('.schema.ts') ? [ANY_CODE] : REFUSALS) {
			for (const [, code] of text.matchAll(pattern)) codes.add(code!);
		}
	}
	expect(codes.size).toBeGreaterThan(200);
	const missing = [...codes].filter((code) => !known.includes(`refusal_${code.replace(/[.-]/g, '_')}`));
	expect(missing).toEqual([]);
});
