import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import { generateTOTP } from '@oslojs/otp';
import { expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';
import { emptyPortal } from '../support/empty-portal.ts';
import { familyRows, listCsv } from '../support/register-list.ts';

let portal: Awaited<ReturnType<typeof emptyPortal>>;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	portal = await emptyPortal('admin');
});
test.afterAll(() => portal.stop());

const PASSWORD = '三个柿子不要钱-2026';

const browserOf = (browser: Browser, options = {}) => openAs(browser, null, { baseURL: portal.origin, ...options });

async function sound(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	await expectNoSidewaysScroll(page);
}

/** Password, privacy notice and second factor, as everybody's first sign-in goes. */
async function settleIn(page: Page, button: string): Promise<void> {
	await page.getByLabel('新密码').fill(PASSWORD);
	await page.getByLabel('再输一遍').fill(PASSWORD);
	await page.getByRole('button', { name: button, exact: true }).click();
	await page.getByRole('button', { name: '同意', exact: true }).click();
	const secret = (await page.locator('main code').textContent())!.replaceAll(' ', '');
	await page.getByLabel('6 位验证码').fill(generateTOTP(decodeBase32IgnorePadding(secret), 30, 6));
	await page.getByRole('button', { name: '绑定' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/me/'));
}

/** Fills the fields of the form in this place that ends in this button, and sends it. */
async function send(place: Page | Locator, button: string, fields: Record<string, string>): Promise<void> {
	const page = 'page' in place ? place.page() : place;
	const form = place
		.locator('form', { has: page.getByRole('button', { name: button, exact: true }) })
		.locator('visible=true');
	for (const [label, value] of Object.entries(fields)) {
		const field = form.getByLabel(label, { exact: true });
		if ((await field.evaluate((node) => node.tagName)) === 'SELECT') await field.selectOption({ label: value });
		else await field.fill(value);
	}
	await form.getByRole('button', { name: button, exact: true }).click();
}

async function appoint(page: Page, name: string, login: string, role: string): Promise<string> {
	await send(page, '建账号并任命', { 姓名: name, 用户名: login, 职务: role });
	await expect(page.getByRole('heading', { name: `请把这个链接交给${name}` })).toBeVisible();
	return page.getByLabel('设置密码的链接').inputValue();
}

test('an empty portal becomes a community by hands in the browser, from the first link to the letters', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const system = await browserOf(browser);
	// what is typed before the page is alive is lost: as a person would, wait until it stands
	await system.goto(portal.firstLink, { waitUntil: 'networkidle' });
	await system.getByLabel('区划代码').fill('990901');
	await system.getByLabel('区的名称').fill('测试区');
	await system.getByLabel('您的姓名').fill('余系统');
	await system.getByLabel('用户名').fill('xitong');
	await settleIn(system, '启用');

	await expect(system).toHaveURL(`${portal.origin}/admin`);
	await sound(system);
	await system.getByRole('link', { name: '给测试区建街道或镇' }).click();
	await send(system, '添加', { 代码后三位: '001', 名称: '柳河镇' });
	await expect(system.getByRole('heading', { level: 1, name: '柳河镇' })).toBeVisible();
	await send(system, '添加', { 代码后三位: '201', 名称: '甲村', 类型: '村', 案件编号字头: 'JC' });
	await expect(system.getByRole('heading', { level: 1, name: '甲村' })).toBeVisible();
	await system.getByText('添加参与主体', { exact: true }).click();
	await send(system.locator('#parties'), '添加', { 类别: '社区居委会', 名称: '甲村村民委员会' });
	await expect(system.getByRole('link', { name: '甲村村民委员会' })).toBeVisible();
	await sound(system);
	await system.getByText('添加小区', { exact: true }).click();
	await send(system.locator('#property-areas'), '添加', { 名称: '甲村新居' });
	await expect(system.getByRole('heading', { level: 1, name: '甲村新居' })).toBeVisible();
	await system.goto('/admin');
	await system.getByRole('link', { name: /任命一位安全管理员/ }).click();
	const toSecurity = await appoint(system, '钟安全', 'anquan', '安全管理员');

	const security = await browserOf(browser);
	await security.goto(toSecurity, { waitUntil: 'networkidle' });
	await settleIn(security, '设置密码');
	await security.goto('/admin');
	await security.getByRole('link', { name: /给甲村的居委会任命登记员/ }).click();
	await sound(security);
	const toClerk = await appoint(security, '杜登记', 'dengji', '登记员（名册、纸质选票）');

	const clerk = await browserOf(browser, PHONE);
	await clerk.goto(toClerk, { waitUntil: 'networkidle' });
	await settleIn(clerk, '设置密码');
	await clerk.goto('/desk/people/import');
	await sound(clerk);
	const rows = familyRows(30, '甲村新居');
	const wrong = rows.with(1, { ...rows[1]!, 建筑面积: '八十' });
	const upload = async (label: string, list: typeof rows) => {
		const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(listCsv(list)) };
		await clerk.getByLabel(label).setInputFiles(file);
		await clerk.getByRole('button', { name: '上传核对' }).click();
	};
	await upload('名单文件', wrong);
	await expect(clerk.getByText('第 3 行 建筑面积')).toBeVisible();
	await expect(clerk.getByText('“八十”不是面积，请填大于 0 的数，例如 89.45。')).toBeVisible();
	await expect(clerk.getByRole('button', { name: '导入', exact: true })).toHaveCount(0);
	await sound(clerk);
	await upload('上传改好的文件', rows);
	await expect(clerk.getByText('新建楼栋：2号楼')).toBeVisible();
	await sound(clerk);
	await clerk.getByRole('button', { name: '导入', exact: true }).click();
	await expect(clerk.getByText('导入好了：30 户、60 人。')).toBeVisible();
	await clerk.getByRole('link', { name: '去发入户信' }).click();
	await clerk.getByRole('button', { name: '发 30 封' }).click();
	await expect(clerk.getByRole('article')).toHaveCount(30);
	await expect(clerk.getByText('甲村村民委员会').first()).toBeVisible();

	await security.goto('/admin');
	await expect(security.getByRole('list').getByRole('link', { name: /召集人/ })).toBeVisible();
	await security.goto('/admin/staff');
	await security.getByRole('link', { name: '杜登记' }).click();
	await security.getByText('免职', { exact: true }).first().click();
	await send(security, '免职', { 原因: '借调期满' });
	await expect(security.getByText('已免职')).toBeVisible();
	await clerk.reload();
	await expect(clerk.getByRole('heading', { name: '登录' })).toBeVisible();
});
