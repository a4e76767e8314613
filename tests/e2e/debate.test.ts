import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';

const VOTE = '由社区建设电动自行车集中充电棚';

test('arguments stand side by side, a question waits for its answer, and what is hidden can be appealed', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const as = (login: string, options = {}) => openAs(browser, login, { baseURL: baseURL!, ...options });
	const resident = await as('resident1', PHONE);
	await resident.goto(`${COMMUNITY}/votes`);
	await resident.getByRole('link', { name: VOTE }).click();
	await expect(resident.getByRole('heading', { name: '赞成的理由' })).toBeVisible();
	const page = new URL(resident.url()).pathname;
	for (const value of ['elder', 'standard']) {
		await resident.context().addCookies([{ name: 'display', value, url: baseURL! }]);
		await resident.reload();
		await expectNoSidewaysScroll(resident);
		const { violations } = await new AxeBuilder({ page: resident }).analyze();
		expect(violations.map(({ id, nodes }) => `${value}: ${id} ${nodes[0]?.target}`)).toEqual([]);
	}

	await test.step('a resident asks, and the committee finds it among what waits for it', async () => {
		const form = resident.locator('form[action^="?/comment"]').last();
		await form.getByLabel('向召集人提问').check();
		await form.getByRole('textbox').fill('下雨天棚子里会不会积水？');
		await form.getByRole('button', { name: '发表意见' }).click();
		const asked = resident.locator('li', { hasText: '下雨天棚子里会不会积水？' });
		await expect(asked.getByText('待答复')).toBeVisible();
		const committee = await as('juwei');
		await committee.goto('/desk');
		await committee.locator('li', { hasText: '有居民提问，等您单位答复' }).getByRole('link').first().click();
		const thread = committee.locator('li', { hasText: '下雨天棚子里会不会积水？' });
		await thread.locator('summary', { hasText: '回复' }).click();
		await thread.getByRole('textbox', { name: '回复' }).fill('地面垫高十五厘米，四周有排水沟。');
		await thread.locator('[name=commentFor]').selectOption({ label: '枫林苑社区居委会' });
		await thread.getByRole('button', { name: '发表回复' }).click();
		await expect(committee.getByText('地面垫高十五厘米')).toBeVisible();
		await committee.context().close();
		await resident.reload();
		await expect(asked.getByText('待答复')).toHaveCount(0);
	});

	await test.step('an argument is reported, hidden, and shown again by another after an appeal', async () => {
		const form = resident.locator('form[action^="?/comment"]').last();
		await form.getByLabel('反对的理由').check();
		await form.getByRole('textbox').fill('上回修车棚的钱还没有公布清楚。');
		await form.getByRole('button', { name: '发表意见' }).click();
		const words = '上回修车棚的钱还没有公布清楚。';
		const neighbour = await as('resident4', PHONE);
		await neighbour.goto(page);
		const seen = neighbour.locator('li', { hasText: words }).last();
		await seen.locator('summary', { hasText: '举报' }).click();
		await seen.getByRole('button', { name: '举报' }).click();
		await expect(neighbour.getByText('请写明原因。').first()).toBeVisible();
		if (process.env.SHOTS) await neighbour.screenshot({ path: `${process.env.SHOTS}/report.png`, fullPage: true });
		await neighbour.locator('[name=reportReason]:visible').fill('和这次表决没有关系');
		await neighbour.getByRole('button', { name: '举报' }).locator('visible=true').click();
		await expect(neighbour.getByText('举报收到了，工作人员会看。')).toBeVisible();

		const reviewer = await as('juwei-fuzhuren');
		await reviewer.goto(page);
		const reported = reviewer.locator('li', { hasText: words }).last();
		await expect(reported.getByText('有人举报：和这次表决没有关系')).toBeVisible();
		await reported.locator('summary', { hasText: '隐藏' }).click();
		await reported.locator('[name=hideReason]').fill('与本次表决无关');
		await reported.getByRole('button', { name: '隐藏' }).click();
		await expect(reviewer.getByText('这条意见已被隐藏。原因：与本次表决无关')).toBeVisible();

		await resident.reload();
		await resident.locator('summary', { hasText: '申诉' }).click();
		await resident.locator('[name=appeal]').fill('钱怎么管，正是要不要建的理由。');
		await resident.getByRole('button', { name: '申诉' }).click();
		await expect(resident.getByText('申诉收到了，由另一位工作人员处理。')).toBeVisible();

		const other = await as('dangwei-zuzhi');
		await other.goto(page);
		await expect(other.getByText('作者申诉：钱怎么管，正是要不要建的理由。')).toBeVisible();
		if (process.env.SHOTS) await other.screenshot({ path: `${process.env.SHOTS}/appeal.png`, fullPage: true });
		await other.getByLabel('恢复显示').check();
		await other.locator('[name=appealAnswer]').fill('与资金有关，应当留着。');
		await other.getByRole('button', { name: '处理申诉' }).click();
		await expect(other.locator('li', { hasText: words }).last()).toBeVisible();
		await neighbour.reload();
		await expect(neighbour.locator('li', { hasText: words }).last()).toBeVisible();
		for (const page of [neighbour, reviewer, other]) await page.context().close();
	});
	await resident.context().close();
});
