import { expect, test } from 'vitest';
import { disposition, safeName } from './names.ts';
import { checkKey } from './store.ts';

test.each([
	['公告.pdf', 'pdf', '公告.pdf'],
	['../../etc/passwd', 'txt', 'passwd.txt'],
	['C:\\Users\\wang\\账目.xls', 'xls', '账目.xls'],
	['photo.png', 'jpg', 'photo.jpg'],
	['report.pdf.exe', 'pdf', 'report.pdf.pdf'],
	['a\u202egnp.exe', 'jpg', 'agnp.jpg'],
	['<img src=x onerror=alert(1)>.png', 'png', 'img src=x onerror=alert(1).png'],
	['a\r\nSet-Cookie: x', 'txt', 'aSet-Cookie x.txt'],
	['...', 'txt', '附件.txt'],
	['', 'pdf', '附件.pdf'],
	['长'.repeat(300), 'txt', `${'长'.repeat(80)}.txt`]
])('the name %j is kept as a name', (given, extension, expected) => {
	expect(safeName(given, extension)).toBe(expected);
});

test('a header cannot be broken out of by a name', () => {
	expect(disposition('a"; x=\r\n公告\'.pdf', false)).toBe(
		`attachment; filename="a_; x=____'.pdf"; filename*=UTF-8''a%22%3B%20x%3D%0D%0A%E5%85%AC%E5%91%8A%27.pdf`
	);
});

test.each(['../../etc/passwd', '2026/11/../../../x', '/etc/passwd', '2026/11/name', ''])(
	'%j is no storage key',
	(key) => {
		expect(() => checkKey(key)).toThrow();
	}
);
