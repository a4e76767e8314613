import { expect, test, type Page } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';
import { expectSaved } from '../support/writing.ts';

const MEETING = '电动自行车充电棚选址议事协商会';

/** Opens the editor of the demo's minutes that are being written. */
async function openMinutes(page: Page): Promise<string> {
	await page.goto(`${COMMUNITY}/meetings`);
	const address = (await page.getByRole('link', { name: MEETING }).first().getAttribute('href'))!;
	await page.goto(`${address}/minutes/edit`);
	await expectSaved(page);
	return address;
}

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
