import { expect, test } from '@playwright/test';
import { expectNoSidewaysScroll } from '../support/browser.ts';

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
