import { expect, test } from '@playwright/test';

test(
	'the home page opens in Chinese and does not scroll sideways',
	{ tag: ['@desktop', '@phone', '@no-js'] },
	async ({ page }) => {
		const answer = await page.goto('/');
		expect(answer?.status()).toBe(200);
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
		const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
		expect(content).toBeLessThanOrEqual(window);
	}
);
