import { expect, test } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, holdScripts, openAs, PHONE, signIn } from '../support/browser.ts';
import { jpeg } from '../support/files.ts';

const photo = { name: 'after.jpg', mimeType: 'image/jpeg', buffer: jpeg() };

test(
	'a resident reports on a phone, is told to call first where it is dangerous, and withdraws',
	{ tag: ['@phone', '@no-js'] },
	async ({ page, baseURL }) => {
		await signIn(page.context(), 'resident1', baseURL!);
		await page.goto(`${COMMUNITY}/report`);
		await expectNoSidewaysScroll(page);
		await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

		await page.getByRole('button', { name: '上报', exact: true }).click();
		await expect(page.getByText('这一项还没有填').first()).toBeVisible();

		await page.getByText('楼道堆东西').click();
		await page.getByLabel('说说情况').fill('三楼楼道堆着纸箱，刚才冒烟了');
		await page.getByLabel('具体位置').fill('二单元三楼');
		await page.getByRole('button', { name: '上报', exact: true }).click();
		await expect(page.getByRole('link', { name: '119 火警' })).toHaveAttribute('href', 'tel:119');
		await expect(page.getByLabel('说说情况')).toHaveValue('三楼楼道堆着纸箱，刚才冒烟了');
		await expect(page.getByRole('radio', { name: '楼道堆东西' })).toBeChecked();

		await page.getByLabel('说说情况').fill('三楼楼道堆着纸箱');
		await page.getByLabel('照片').setInputFiles(photo);
		await page.getByRole('button', { name: '上报', exact: true }).click();
		await page.waitForURL(/\/cases\/FLY-\d{4}-\d{4}$/);
		await expect(page.getByText('已经收到，编号 FLY-')).toBeVisible();
		await expect(page.getByText('社区待受理').first()).toBeVisible();
		await expectNoSidewaysScroll(page);

		await page.locator('summary', { hasText: '撤回' }).click();
		await page.getByRole('button', { name: '撤回', exact: true }).click();
		await expect(page.getByText('已撤回').first()).toBeVisible();
	}
);

test('from the report to the end, each by their own role, live on the reporter’s page', async ({
	browser,
	page,
	baseURL
}) => {
	test.slow();
	await signIn(page.context(), 'resident1', baseURL!);
	await page.goto(`${COMMUNITY}/report`);
	await page.getByText('垃圾没人清').click();
	await page.getByLabel('说说情况').fill('东门垃圾三天没清');
	await page.getByLabel('具体位置').fill('东门');
	await page.getByRole('button', { name: '上报', exact: true }).click();
	await page.waitForURL(/\/cases\/FLY-/);
	const url = page.url();

	const desk = await openAs(browser, 'juwei-diaodu', { baseURL: baseURL! });
	await desk.goto('/desk/cases');
	await desk.getByRole('link', { name: /枫林苑社区 · 案件/ }).click();
	await desk
		.getByRole('row', { name: new RegExp(url.split('/').at(-1)!) })
		.getByRole('link', { name: /去办理/ })
		.click();
	await desk.getByLabel('案件分类').selectOption({ label: '市容环境（事件）' });
	await desk.getByText('C 一般，7 天内').click();
	await desk.getByRole('button', { name: '受理', exact: true }).click();
	// nobody reloads the reporter's page
	await expect(page.getByText('社区待派遣').first()).toBeVisible();
	await desk.getByLabel('派给谁').selectOption({ label: '恒安物业枫林苑项目部' });
	await desk.getByRole('button', { name: '派遣', exact: true }).click();
	await expect(page.getByText('派给恒安物业枫林苑项目部')).toBeVisible();

	const company = await openAs(browser, 'wuye-gongcheng', { baseURL: baseURL!, ...PHONE });
	await company.goto('/desk/cases');
	await expectNoSidewaysScroll(company);
	await company.goto(url);
	await company.getByRole('button', { name: '签收', exact: true }).click();
	await company.getByLabel('办理结果').fill('已经清走并冲洗');
	await company.getByRole('button', { name: '办理完成', exact: true }).click();
	await expect(company.getByText('这类案件要附一张办理后的照片')).toBeVisible();
	await expect(company.getByLabel('办理结果')).toHaveValue('已经清走并冲洗');
	await company.getByLabel('办理后的照片').setInputFiles(photo);
	await company.getByRole('button', { name: '办理完成', exact: true }).click();
	await expect(company.getByText('社区核查中').first()).toBeVisible();
	await expectNoSidewaysScroll(company);

	const verifier = await openAs(browser, 'juwei-hecha', { baseURL: baseURL! });
	await verifier.goto(url);
	await verifier.getByRole('button', { name: '核查通过', exact: true }).click();

	await expect(page.getByText('社区回访中').first()).toBeVisible();
	await page.getByText('解决了', { exact: true }).click();
	await page.getByText('满意', { exact: true }).click();
	await page.getByRole('button', { name: '告诉我们办得怎么样' }).click();
	await expect(page.getByText('已结案').first()).toBeVisible();
	await expect(page.getByText('反映人确认已解决，满意')).toBeVisible();
	for (const other of [desk, company, verifier]) await other.context().close();
});

test('a stranger finds no page of somebody’s case, and is asked to sign in', async ({ page }) => {
	await page.goto(`${COMMUNITY}/cases/FLY-2026-9999`);
	await expect(page.getByText('没有找到').first()).toBeVisible();
	await page.goto(`${COMMUNITY}/report`);
	await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('what is typed and chosen before the scripts of a page arrive stays', async ({ page, baseURL }) => {
	await signIn(page.context(), 'resident1', baseURL!);
	const arrive = await holdScripts(page);
	await page.goto(`${COMMUNITY}/report`, { waitUntil: 'commit' });
	await page.getByText('垃圾没人清').click();
	await page.getByLabel('说说情况').fill('东门垃圾三天没清');
	await page.getByLabel('具体位置').fill('东门');
	arrive();
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('说说情况')).toHaveValue('东门垃圾三天没清');
	await expect(page.getByLabel('具体位置')).toHaveValue('东门');
	await expect(page.getByRole('radio', { name: '垃圾没人清' })).toBeChecked();
});
