import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';
import { jpeg } from '../support/files.ts';

const TITLE = '9号楼装修押金和备案办法';

test('paper is noted as it comes in, read by two and a third, contested by its household, decided on, and counted', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(240_000);
	const as = (login: string, options = {}) => openAs(browser, login, { baseURL: baseURL!, ...options });
	const clerk = await as('fuwuzhan-chuangkou');

	await test.step('at the window of a vote that is open', async () => {
		await clerk.goto(`${COMMUNITY}/votes`);
		await clerk.getByRole('link', { name: '由社区建设电动自行车集中充电棚' }).click();
		await clerk.getByRole('link', { name: '纸质票登记与录入' }).click();
		await clerk.getByRole('searchbox').fill('1号楼 601');
		await clerk.keyboard.press('Enter');
		await clerk
			.getByRole('button', { name: /登记收到纸质票/ })
			.first()
			.click();
		await expect(clerk.getByText('登记好了。截止以后再录入。')).toBeVisible();
		await clerk.getByRole('link', { name: '打印选票和登记簿' }).click();
		await expect(clerk.locator('.ballot').first()).toContainText('请在一个方框里打√');
		expect(await clerk.locator('tbody tr').count()).toBeGreaterThan(1000);
		await clerk.getByRole('searchbox').fill('1号楼 601');
		await clerk.keyboard.press('Enter');
		await expect(clerk.getByText(/^共 [1-9]\d? 户/)).toBeVisible();
		await expectForEverybody(clerk);
	});

	const vote = await test.step('each reads alone what waits for them', async () => {
		const committee = await as('yeweihui-weiyuan', PHONE);
		await committee.goto(`${COMMUNITY}/votes`);
		await committee.getByRole('link', { name: TITLE }).click();
		await expect(committee.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
		const address = new URL(committee.url()).pathname;
		await expect(committee.locator('#paper')).toContainText('截止前收到');
		await committee.getByRole('link', { name: '纸质票登记与录入' }).click();
		await expect(committee.getByText('等您录入：2 张')).toBeVisible();
		await expectForEverybody(committee);
		await readOne(committee, address, '两人录得不一样', '弃权');
		await readOne(committee, address, '待录入', '同意');
		await committee.context().close();
		return address;
	});

	await test.step('on a phone the household that voted online looks at the sheet and says that it is not its own', async () => {
		const resident = await as('resident3', PHONE);
		await resident.goto('/');
		await expect(resident.getByText('有 1 张写着您家的纸质票，请核对是不是您家交的')).toBeVisible();
		await resident.goto(vote);
		await expectNoSidewaysScroll(resident);
		const own = resident.locator('#paper');
		await expect(own.getByText('这是您家的纸质票吗？')).toBeVisible();
		const sheet = own.locator('img');
		await expect(sheet).toBeVisible();
		expect(await sheet.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
		await expectForEverybody(resident);
		await own.locator('summary', { hasText: '这不是我家交的' }).click();
		await own.getByRole('button', { name: '这不是我家交的' }).click();
		await expect(own.getByText('请写明原因，大家都会看到。')).toBeVisible();
		await own.locator('textarea').fill('我家没有交过纸质票，签名也不对。');
		await own.getByRole('button', { name: '这不是我家交的' }).click();
		await expect(resident.getByText('异议收到了，等监督人员裁定。')).toBeVisible();
		await resident.context().close();
	});

	await test.step('a supervisor decides, and with that the result is published by itself', async () => {
		const supervisor = await as('jiandu');
		await supervisor.goto(vote);
		const paper = supervisor.locator('#paper');
		await expect(paper.getByText('住户说：我家没有交过纸质票，签名也不对。')).toBeVisible();
		await expectForEverybody(supervisor);
		await paper.getByLabel('不算数，以网上投的为准').check();
		await paper.locator('textarea').fill('笔迹与登记簿上的不一致，住户当面确认未交。');
		await paper.getByRole('button', { name: '提交裁定' }).click();
		await expect(supervisor.getByRole('heading', { name: '结果' })).toBeVisible();
		const record = await (await supervisor.request.get(`${vote}/record.json`)).json();
		expect(record.statement.figures.channels.paper.count).toBe(5);
		await supervisor.context().close();
	});
	await clerk.context().close();
});

test('who is no clerk finds no register of paper', async ({ browser, baseURL }) => {
	const resident = await openAs(browser, 'resident1', { baseURL: baseURL! });
	await resident.goto(`${COMMUNITY}/votes`);
	await resident.getByRole('link', { name: TITLE }).click();
	await expect(resident.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
	await expect(resident.getByRole('link', { name: '纸质票登记与录入' })).toHaveCount(0);
	expect((await resident.request.get(`${new URL(resident.url()).pathname}/register`)).status()).toBe(403);
	await resident.context().close();
});

/** Nothing stands against the page, nor does it scroll sideways, in either display. */
async function expectForEverybody(page: Page): Promise<void> {
	for (const value of ['elder', 'standard']) {
		await page.context().addCookies([{ name: 'display', value, url: page.url() }]);
		await page.reload();
		if (process.env.SHOTS)
			await page.screenshot({ path: `${process.env.SHOTS}/${Date.now()}-${value}.png`, fullPage: true });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map((v) => `${page.url()} ${value}: ${v.id} ${v.nodes[0]?.target}`)).toEqual([]);
		await expectNoSidewaysScroll(page);
	}
}

/** Enters the sheet that is in this state, as a first or later reader. */
async function readOne(page: Page, vote: string, state: string, choice: string): Promise<void> {
	await page.goto(`${vote}/register`);
	await page.locator('li', { hasText: state }).getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: '录入纸质票' })).toBeVisible();
	await expectForEverybody(page);
	const scan = page.locator('input[type=file]');
	if ((await scan.count()) > 0)
		await scan.setInputFiles({ name: '选票.jpg', mimeType: 'image/jpeg', buffer: jpeg({ width: 40, height: 30 }) });
	await page.getByRole('button', { name: '录入' }).click();
	await expect(page.getByText('请按纸上写的选一项。').first()).toBeVisible();
	await page.getByLabel(choice, { exact: true }).check();
	await page.getByRole('button', { name: '录入' }).click();
	await expect(page.getByText('录入好了。')).toBeVisible();
}
