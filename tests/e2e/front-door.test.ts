import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll, holdScripts } from '../support/browser.ts';

test(
	'the home page opens in Chinese and does not scroll sideways',
	{ tag: ['@desktop', '@phone', '@no-js'] },
	async ({ page }) => {
		const answer = await page.goto('/');
		expect(answer?.status()).toBe(200);
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
		await expectNoSidewaysScroll(page);
	}
);

test('what is typed to search for before the scripts arrive stays, and the box shows what was asked', async ({
	page
}) => {
	const arrive = await holdScripts(page);
	await page.goto('/', { waitUntil: 'commit' });
	const box = page.getByRole('searchbox');
	await box.fill('枫林');
	arrive();
	await page.waitForLoadState('networkidle');
	await expect(box).toHaveValue('枫林');
	await page.getByRole('button', { name: '搜索' }).click();
	await expect(page).toHaveURL(/\?q=/);
	await expect(page.getByRole('main').getByRole('link', { name: /枫林苑社区/ })).toBeVisible();
	await expect(box).toHaveValue('枫林');
	await box.fill('清杨');
	await page.goBack();
	await expect(box).toHaveValue('');
});
