import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';

const NO_SCRIPT = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
const TITLE = '在3号楼前装两张长椅';

/** In both displays: nothing beside the screen, and nothing that assistive technology trips over. */
async function expectFit(page: Page, name: string, { axe = false } = {}): Promise<void> {
	for (const value of ['elder', 'standard']) {
		await page.context().addCookies([{ name: 'display', value, url: page.url() }]);
		await page.reload();
		await expectNoSidewaysScroll(page);
		if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${value}.png`, fullPage: true });
		if (!axe) continue;
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${value}: ${id} ${nodes[0]?.target}`)).toEqual([]);
	}
}

test('a proposal is written and supported without JavaScript, and comes onto an agenda', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(240_000);
	const as = (login: string | null, options = {}) => openAs(browser, login, { baseURL: baseURL!, ...options });
	const committee = await as('juwei');
	const author = await as('resident1', NO_SCRIPT);
	const watcher = await as(null, PHONE);
	let page = '';

	await test.step('the committee says how many people a proposal needs', async () => {
		await committee.goto(`${COMMUNITY}/proposals`);
		await committee.getByLabel('需要多少人支持').fill('2');
		await committee.getByRole('button', { name: '保存' }).click();
		await expect(committee.getByText('已保存。新的提案要 2 人支持。')).toBeVisible();
	});

	await test.step('a resident finds the form from the community’s page, and is told what is missing', async () => {
		await author.goto(COMMUNITY);
		await author.locator('#proposals').getByRole('link', { name: '我要提案' }).click();
		await expectFit(author, 'new');
		await author.getByRole('button', { name: '提交提案' }).click();
		await expect(author.getByText('请用一句话写明想商量什么。')).toBeVisible();
		await author.getByLabel('想商量什么').fill(TITLE);
		await author.getByLabel('怎么回事，为什么').fill('老人买菜回来走累了，楼前没有地方坐。\n靠墙的空地放得下两张。');
		await author.getByLabel('在什么地方').fill('3号楼前空地');
		await author.getByRole('button', { name: '提交提案' }).click();
		await expect(author.getByText('提案收到了，现在开始征集支持。')).toBeVisible();
		await expect(author.getByText('还差 2 人', { exact: true })).toBeVisible();
		await expect(author.getByText('这是您自己的提案，请邻居来支持。')).toBeVisible();
		page = new URL(author.url()).pathname;
	});

	await test.step('neighbours stand behind it; who looks on sees the number move', async () => {
		await watcher.goto(page);
		await expect(watcher.getByText('李○○')).toBeVisible();
		const [second, fourth] = [await as('resident2', NO_SCRIPT), await as('resident4', NO_SCRIPT)];
		await second.goto(`${COMMUNITY}/proposals`);
		await second.getByRole('link', { name: TITLE }).click();
		await expectFit(second, 'support');
		await second.getByRole('button', { name: '我支持' }).click();
		await expect(second.getByText('您的支持已记下。')).toBeVisible();
		await expect(watcher.getByText('还差 1 人', { exact: true })).toBeVisible();
		await second.getByRole('button', { name: '撤回我的支持' }).click();
		await expect(watcher.getByText('还差 2 人', { exact: true })).toBeVisible();
		await second.getByRole('button', { name: '我支持' }).click();
		await fourth.goto(page);
		await fourth.getByRole('button', { name: '我支持' }).click();
		await expect(fourth.getByText('人数够了', { exact: true })).toBeVisible();
		await expect(watcher.getByText('居委会要答复：列入会议议程')).toBeVisible();
		await expectFit(watcher, 'ready', { axe: true });
		await second.context().close();
		await fourth.context().close();
	});

	await test.step('the convener finds it among what waits, and puts it on the agenda of the next meeting', async () => {
		await committee.goto('/desk');
		const waits = committee.locator('li', { hasText: `答复居民提案：${TITLE}` });
		await waits.getByRole('link').first().click();
		await committee.waitForURL(`**${page}#answer`);
		await expectFit(committee, 'answer', { axe: true });
		await committee.getByRole('button', { name: '列入议程' }).click();
		await expect(committee.getByText('请选择列入哪次会议。')).toBeVisible();
		await committee.locator('[name=meetingId]').first().check();
		await committee.getByRole('button', { name: '列入议程' }).click();
		await expect(committee.getByText('已列入会议议程')).toBeVisible();
		await expect(watcher.getByText('已列入会议议程')).toBeVisible();
		await expectFit(watcher, 'placed', { axe: true });
		await watcher.locator('a[href$="/agenda"]').click();
		await expect(watcher.getByRole('link', { name: TITLE })).toBeVisible();
		await expect(watcher.getByText('来自居民提案')).toBeVisible();
	});

	await test.step('its author is told, and everybody finds it under what was taken up', async () => {
		await author.goto('/me/messages');
		await expect(author.getByText(`提案“${TITLE}”已列入`)).toBeVisible();
		await author.goto(`${COMMUNITY}/proposals`);
		await expect(author.getByRole('heading', { name: '已列入议程' })).toBeVisible();
		await expectFit(author, 'list');
	});
});
