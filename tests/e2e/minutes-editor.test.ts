import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';
import { openMinutes } from '../support/writing.ts';

for (const [display, target] of [
	['standard', 44],
	['elder', 60],
	['elder-xl', 60]
] as const) {
	test(`on a phone the tools are one row that stays above the text (${display})`, async ({ browser, baseURL }) => {
		const page = await openAs(browser, 'juwei-jilu', { baseURL: baseURL!, ...PHONE });
		await page.context().addCookies([{ name: 'display', value: display, url: baseURL! }]);
		await openMinutes(page);
		const tools = page.getByRole('toolbar');
		// the text begins on the first screen
		await expect(page.locator('.ProseMirror h2').first()).toBeInViewport();
		for (const button of await tools.getByRole('button').all()) {
			const { width, height } = (await button.boundingBox())!;
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(target);
		}
		expect((await tools.boundingBox())!.height).toBeLessThan(2 * target);

		await page.locator('.ProseMirror p').last().tap();
		await expect(tools).toBeInViewport({ ratio: 1 });
		await expect(page.locator('.ProseMirror')).toBeFocused();
		await tools.getByRole('button', { name: '更多' }).tap();
		await expect(tools.getByRole('button', { name: '小标题' })).toBeVisible();
		// the keyboard stays: choosing a tool leaves the caret where it is
		await expect(page.locator('.ProseMirror')).toBeFocused();
		await tools.getByRole('button', { name: '加粗' }).tap();
		await expect(tools.getByRole('button', { name: '小标题' })).toBeHidden();
		await expect(page.locator('.ProseMirror')).toBeFocused();
		await expectNoSidewaysScroll(page);
	});
}

/** What somebody downloads who writes minutes for the first time, in bytes as they are sent. */
const BUDGET = 260_000;

test('the editor and all it needs keep to their budget', async ({ browser, baseURL }) => {
	const page = await openAs(browser, 'juwei-jilu', { baseURL: baseURL! });
	const scripts = new Set<string>();
	page.on('response', (response) => {
		if (new URL(response.url()).pathname.endsWith('.js')) scripts.add(response.url());
	});
	await openMinutes(page);
	// asked for anew: the browser keeps no body of a page that was left
	const bodies = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).body()));
	const sizes = bodies.map((script) => gzipSync(script).length);
	expect(sizes.length).toBeGreaterThan(10);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
});
