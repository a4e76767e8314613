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
