import { test } from '@playwright/test';
import { COMMUNITY, openAs } from '../support/browser.ts';

test('a link leads where it says, though something happens on the page while it is on its way', async ({
	browser,
	baseURL
}) => {
	const reader = await openAs(browser, 'juwei', { baseURL: baseURL! });
	const network = await reader.context().newCDPSession(reader);
	await network.send('Network.enable');
	const heard = new Promise((resolve) => network.once('Network.eventSourceMessageReceived', resolve));
	await reader.goto(`${COMMUNITY}/disclosures`);
	const following = reader.waitForResponse(/\/live\?/);
	await reader.locator('main a[href*="/disclosures/0"]').first().click();
	await reader.waitForURL(/disclosures\/0/);
	await following;
	const resident = await openAs(browser, 'daibiao1', { baseURL: baseURL! });
	await resident.goto(reader.url());

	const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
	const { promise: goOn, resolve: letGo } = Promise.withResolvers<void>();
	await reader.route(/deliberation\/__data\.json/, async (route) => {
		ask();
		await goOn;
		await route.continue();
	});
	await reader.getByRole('link', { name: '议事' }).click();
	await asked;
	await resident.getByLabel('说说您的看法').fill('写得清楚。');
	await resident.getByRole('button', { name: '发表意见' }).click();
	await heard;
	letGo();
	await reader.waitForURL(/deliberation/);
	for (const page of [reader, resident]) await page.context().close();
});
