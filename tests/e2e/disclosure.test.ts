import { expect, test, type Browser, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/db/seed/demo-password.ts';
import { COMMUNITY, expectNoSidewaysScroll, openAs } from '../support/browser.ts';

const pdf = {
	name: '停水范围.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
};

/** A title that no other run of a test on the same portal takes. */
function named(title: string): string {
	const { project, retry, repeatEachIndex } = test.info();
	return `${title} ${project.name} ${repeatEachIndex}-${retry}`;
}

/** By the page that everybody uses. */
async function signIn(page: Page, login: string): Promise<void> {
	await page.goto('/sign-in');
	await page.locator('[name=login]').fill(login);
	await page.locator('[name=password]').fill(DEMO_PASSWORD);
	await page.locator('[name=password]').press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Somebody else, in a browser of their own, with or without JavaScript like the test's own. */
function as(browser: Browser, login: string | null, viewport = { width: 1280, height: 800 }): Promise<Page> {
	const { baseURL, javaScriptEnabled } = test.info().project.use;
	return openAs(browser, login, { baseURL: baseURL!, javaScriptEnabled, viewport });
}

/** The clerk writes a notice, a second person approves it; answers the address of its public page. */
async function publishNotice(clerk: Page, reviewer: Page, title: string): Promise<string> {
	await clerk.goto('/desk');
	await clerk
		.locator('main')
		.getByRole('link', { name: /写通知、公开账目/ })
		.click();
	await clerk.getByRole('link', { name: '写一条公开' }).click();
	await clerk.getByRole('button', { name: '存好，去检查' }).click();
	await expect(clerk.getByText('请写标题。')).toBeVisible();
	await clerk.locator('[name=what]').selectOption('notice');
	await clerk.getByLabel('标题').fill(title);
	await clerk
		.getByLabel('正文')
		.fill('因水箱清洗，**1号楼**停水。\n\n- 上午九点到十一点\n\n问网格员，电话 13812345678。');
	await clerk.getByLabel('附件').setInputFiles(pdf);
	await clerk.getByRole('button', { name: '存好，去检查' }).click();

	await clerk.waitForURL(/\/check$/);
	await clerk.getByText('附件我逐个打开看过').click();
	await clerk.getByText('没有个人信息，或都遮盖了').click();
	await clerk.getByRole('button', { name: '送去审核' }).click();
	await expect(clerk.getByText('这一处请选遮盖还是保留。')).toBeVisible();
	await clerk.getByText('遮盖成 138＊＊＊＊5678').click();
	await clerk.getByRole('button', { name: '送去审核' }).click();
	await expect(clerk.getByText('送审了。')).toBeVisible();
	await expect(clerk.getByRole('button', { name: '通过并公布' })).toHaveCount(0);

	await reviewer.goto('/desk');
	await reviewer.getByRole('link', { name: title }).click();
	await expect(reviewer.getByText('138＊＊＊＊5678').first()).toBeVisible();
	await reviewer.getByRole('button', { name: '通过并公布' }).click();
	await reviewer.waitForURL(/\/c\/\d+\/disclosures\//);
	await expect(reviewer.getByText('公布了，居民现在就能看到。')).toBeVisible();
	return new URL(reviewer.url()).pathname;
}

test(
	'the committee publishes a notice, a resident finds it on a phone, comments, and reads the answer',
	{ tag: ['@phone', '@no-js'] },
	async ({ browser, page }) => {
		test.slow();
		const live = test.info().project.use.javaScriptEnabled !== false;
		const title = named('停水通知');
		const clerk = await as(browser, 'juwei', { width: 360, height: 740 });
		const reviewer = await as(browser, 'juwei-fuzhuren');
		const url = await publishNotice(clerk, reviewer, title);

		await signIn(page, 'resident1');
		await page.goto(COMMUNITY);
		await expectNoSidewaysScroll(page);
		await page.getByRole('link', { name: title }).click();
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
		expect(new URL(page.url()).pathname).toBe(url);
		await expectNoSidewaysScroll(page);
		await expect(page.locator('strong', { hasText: '1号楼' })).toBeVisible();
		await expect(page.locator('article')).not.toContainText('13812345678');

		const attachment = page.getByRole('link', { name: '停水范围.pdf' });
		await expect(page.getByText('PDF · 44 B')).toBeVisible();
		const file = await page.request.get((await attachment.getAttribute('href'))!);
		expect(file.headers()['content-type']).toBe('application/pdf');
		expect(await file.body()).toEqual(pdf.buffer);

		await page.getByLabel('说说您的看法').fill('几点来水？');
		await page.getByRole('button', { name: '发表意见' }).click();
		await expect(page.getByText('几点来水？')).toBeVisible();

		await clerk.goto(url);
		const thread = clerk.locator('#comments li', { hasText: '几点来水？' });
		await thread.locator('summary', { hasText: '回复' }).click();
		await thread.getByRole('textbox', { name: '回复' }).fill('十一点准时来水。');
		await thread.locator('[name=commentFor]').selectOption({ label: '枫林苑社区居委会' });
		await thread.getByRole('button', { name: '发表回复' }).click();
		await expect(clerk.getByText('十一点准时来水。')).toBeVisible();

		// with JavaScript nobody reloads the resident's page
		if (!live) await page.reload();
		const answer = page.locator('#comments .official', { hasText: '十一点准时来水。' });
		await expect(answer).toBeVisible();
		await expect(answer).toContainText('枫林苑社区居委会');
		await expectNoSidewaysScroll(page);
		await page.goto('/me/messages');
		await expect(page.getByRole('main')).toContainText(title);
		for (const other of [clerk, reviewer]) await other.context().close();
	}
);

test('a mistake is corrected by a new version with the old one kept, and what should not be public is withdrawn', async ({
	browser,
	page
}) => {
	test.slow();
	const title = named('供暖通知');
	const [clerk, reviewer] = [await as(browser, 'juwei'), await as(browser, 'juwei-fuzhuren')];
	const url = await publishNotice(clerk, reviewer, title);
	await page.goto(url);
	await expect(page.getByRole('button', { name: '出更正' })).toHaveCount(0);

	await clerk.goto(url);
	await clerk.getByRole('button', { name: '出更正' }).click();
	await clerk.waitForURL(/\/desk\/disclosures\//);
	const draft = new URL(clerk.url()).pathname;
	await clerk.getByLabel('更正了什么').fill('时间写错了');
	await clerk.getByLabel('正文').fill('因水箱清洗，**1号楼**停水。\n\n- 下午两点到四点');
	await clerk.getByRole('button', { name: '存好，去检查' }).click();
	await clerk.waitForURL(/\/check$/);
	await clerk.getByText('没有个人信息，或都遮盖了').click();
	await clerk.getByText('附件我逐个打开看过').click();
	await clerk.getByRole('button', { name: '送去审核' }).click();
	await expect(clerk.getByText('送审了。')).toBeVisible();
	await reviewer.goto(draft);
	await reviewer.getByRole('button', { name: '通过并公布' }).click();
	await reviewer.waitForURL(/\/c\/\d+\/disclosures\//);

	// the stranger's open page of the first version says so by itself
	await expect(page.getByText('这一版已经更正过')).toBeVisible();
	await expect(page.getByText('上午九点到十一点')).toBeVisible();
	await page.getByRole('link', { name: '看最新一版' }).click();
	await expect(page.getByText('这是第 2 版')).toBeVisible();
	await page.locator('summary', { hasText: '逐行对照' }).click();
	await expect(page.locator('del', { hasText: '上午九点到十一点' })).toBeVisible();
	await expect(page.locator('ins', { hasText: '下午两点到四点' })).toBeVisible();

	await reviewer.locator('summary', { hasText: '撤下' }).click();
	await reviewer.getByLabel('为什么撤下').fill('误发了别的小区的通知');
	await reviewer.getByRole('button', { name: '确认撤下' }).click();
	await expect(page.getByText('误发了别的小区的通知')).toBeVisible();
	await expect(page.getByText('下午两点到四点')).toHaveCount(0);
	await page.goto(url);
	await expect(page.getByText('误发了别的小区的通知')).toBeVisible();
	const open = await page.request.get('/api/v1/communities/990101001001/disclosures');
	const { disclosures } = (await open.json()) as { disclosures: { id: string; state: string; body: string | null }[] };
	expect(disclosures.find((one) => url.endsWith(one.id))).toMatchObject({ state: 'withdrawn', body: null });
	for (const other of [clerk, reviewer]) await other.context().close();
});

test('everybody sees what is owed, nobody but its people sees a desk', async ({ page }) => {
	await page.goto(`${COMMUNITY}/disclosures/duties`);
	await expect(page.getByRole('heading', { name: '恒安物业枫林苑项目部的公开事项' })).toBeVisible();
	await expect(page.getByText('民法典第九百四十三条').first()).toBeVisible();
	const feed = await page.request.get(`${COMMUNITY}/disclosures/feed.xml`);
	expect(feed.headers()['content-type']).toContain('application/atom+xml');
	await page.goto('/desk/disclosures');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await signIn(page, 'resident1');
	const answer = await page.goto('/desk/disclosures');
	expect(answer!.status()).toBe(403);
});
