import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, inDays, openAs, PHONE } from '../support/browser.ts';
import { startPortalInTime, type PortalInTime } from '../support/portal-in-time.ts';
import { callMeeting, expectSaved } from '../support/writing.ts';

const DAY = 86_400_000;
const NO_SCRIPT = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
let portal: PortalInTime;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	portal = await startPortalInTime('.test/hearing');
});
test.afterAll(() => portal.stop());

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
		[]
	);
}

test('a hearing with questions from the hall, and a task that comes of it', async ({ browser }) => {
	test.setTimeout(400_000);
	const baseURL = portal.url;
	const as = (login: string | null, options = {}) => openAs(browser, login, { baseURL, ...options });
	let committee = await as('juwei');
	let meeting = '';

	await test.step('the committee calls a hearing, and what an earlier meeting left open is offered', async () => {
		await committee.goto(`${COMMUNITY}/meetings/new`);
		await expect(committee.getByText('提前 7 天通知').first()).toBeVisible();
		await callMeeting(committee, {
			title: '停车收费听证会',
			kind: '民主听证会',
			startsAt: inDays(8, await portal.now()),
			parties: ['恒安物业枫林苑项目部']
		});
		meeting = committee.url();
		await committee.goto(`${meeting}/agenda`);
		await expectSaved(committee);
		await committee.getByRole('button', { name: '加一个议题' }).click();
		await committee.keyboard.type('收费办法');
		await expectSaved(committee);
		await committee.goto(meeting);
		await committee.getByRole('button', { name: '定稿议程并发通知' }).click();
		await expect(committee.getByText('1 收费办法')).toBeVisible();
		await portal.letPass(8 * DAY);
		// a session does not last that long
		committee = await as('juwei');
		await committee.goto(meeting);
		await committee.getByRole('button', { name: '宣布开会' }).click();
		await expect(committee.getByText('到会 0 人')).toBeVisible();
	});

	await test.step('a resident asks without JavaScript; the hall sees it at once', async () => {
		const company = await as('wuye', PHONE);
		await company.goto(`${meeting}/hearing`);
		const resident = await as('resident1', NO_SCRIPT);
		await resident.goto(meeting);
		await resident.getByRole('link', { name: '听证会场' }).click();
		await expectNoSidewaysScroll(resident);
		await resident.getByRole('button', { name: '提问', exact: true }).click();
		await expect(resident.getByText('请写下您的问题。')).toBeVisible();
		await resident.locator('[name=itemId]').selectOption({ label: '1 收费办法' });
		await resident.locator('#questions [name=organisationId]').selectOption({ label: '恒安物业枫林苑项目部' });
		await resident.locator('[name=question]').fill('收来的钱用在哪里？');
		await resident.getByRole('button', { name: '提问', exact: true }).click();
		await expect(company.getByText('收来的钱用在哪里？')).toBeVisible();
		await expectAccessible(company);
		await company.locator('[name=reply]').scrollIntoViewIfNeeded();

		await committee.goto(meeting);
		await committee.getByRole('button', { name: '宣布散会' }).click();
		await expect(committee.getByText('还有 1 个问题没有答复：“收来的钱用在哪里？”。答复以后才能结束。')).toBeVisible();
		await committee.getByRole('button', { name: '已议定' }).click();
		await expect(committee.getByText('还有 1 个问题没有答复')).toBeVisible();

		await company.locator('[name=reply]').fill('全部进小区公共账户。');
		await company.getByRole('button', { name: '答复' }).click();
		await expect(company.getByText('全部进小区公共账户。')).toBeVisible();
		await resident.getByRole('button', { name: '我要发言' }).click();
		await expect(resident.getByText('您在等发言')).toBeVisible();
		await resident.context().close();
		await company.context().close();
	});

	await test.step('the chair gives the floor; its clock runs and says when it is over time', async () => {
		const hall = await as(null, PHONE);
		await hall.goto(`${meeting}/hearing`);
		await committee.goto(`${meeting}/hearing`);
		await committee.locator('[name=minutes]').fill('2');
		await committee.getByRole('button', { name: '请他发言' }).click();
		await expect(hall.getByText('计划 2 分钟')).toBeVisible();
		const clock = hall.getByRole('timer');
		const first = await clock.textContent();
		await expect(clock).not.toHaveText(first!);
		await portal.letPass(150_000);
		await hall.reload();
		await expect(hall.getByText('已超时')).toBeVisible();
		await expectAccessible(hall);
		await committee.getByRole('button', { name: '发言完了' }).click();
		await expect(hall.getByText('现在没有人发言。')).toBeVisible();
		await expectNoSidewaysScroll(hall);

		const company = await as('wuye', NO_SCRIPT);
		await company.goto(`${meeting}/hearing`);
		await company.locator('summary', { hasText: '表明意见' }).click();
		await company.getByLabel('有条件同意').check();
		await company.locator('[name=position]').fill('先公示再收费');
		await company.getByRole('button', { name: '表明意见' }).click();
		await expect(hall.getByText('先公示再收费')).toBeVisible();
		for (const page of [hall, company]) await page.context().close();
	});

	await test.step('the item goes to the next meeting, and a task comes of it', async () => {
		await committee.goto(meeting);
		await committee.getByRole('button', { name: '没有议定，转下次' }).click();
		await expect(committee.getByText('没有议定，转下次会议')).toBeVisible();
		await expectAccessible(committee);
		await committee.getByLabel('办这件事：收费办法').click();
		await committee.getByRole('link', { name: '交任务：收费办法' }).click();
		await committee.locator('[name=assignee]').selectOption({ label: '恒安物业枫林苑项目部（整个单位）' });
		await committee.locator('[name=title]').fill('公示去年收支');
		await committee.locator('[name=dueOn]').fill(inDays(3, await portal.now()).slice(0, 10));
		await expectAccessible(committee);
		await committee.getByRole('button', { name: '交任务' }).click();
		await expect(committee.getByText('任务交出去了')).toBeVisible();

		await committee.goto(meeting);
		await expect(committee.locator('#agenda')).toContainText('公示去年收支');
		const company = await as('wuye', NO_SCRIPT);
		await company.goto('/');
		await company
			.getByRole('link', { name: /公示去年收支|说明已办/ })
			.first()
			.click();
		await expect(company.getByRole('heading', { name: '公示去年收支' })).toBeVisible();
		await expectNoSidewaysScroll(company);
		await company.locator('[name=done]').fill('已贴在三个单元门口。');
		await company.getByRole('button', { name: '说明已办' }).click();
		await expect(company.getByText('已贴在三个单元门口。')).toBeVisible();
		await expect(committee.locator('#agenda')).toContainText('已办');
		await company.context().close();

		await committee.goto(`${COMMUNITY}/meetings/new`);
		await expect(committee.getByText('收费办法（《停车收费听证会》第 1 项）')).toBeVisible();
	});
});
