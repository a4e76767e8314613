import { expect, test, type Browser } from '@playwright/test';
import { COMMUNITY, expectNoSidewaysScroll, openAs } from '../support/browser.ts';

const PHONE_WITHOUT_SCRIPT = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };

/** The address of the demo's meeting with this title, as anybody finds it. */
async function addressOf(browser: Browser, baseURL: string, title: string): Promise<string> {
	const page = await openAs(browser, null, { baseURL });
	await page.goto(`${COMMUNITY}/meetings`);
	const address = await page.getByRole('link', { name: title }).first().getAttribute('href');
	return address!;
}

test('sealed minutes are taken away as a sheet, a Word document and Markdown, and corrected beside the original', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const meeting = await addressOf(browser, baseURL!, '枫林苑社区共建联席会（充电安全）');
	const visitor = await openAs(browser, null, { baseURL: baseURL!, ...PHONE_WITHOUT_SCRIPT });
	await visitor.goto(`${meeting}/minutes`);
	const hash = (await visitor.locator('#signatures code').textContent())!;
	expect(hash).toMatch(/^[0-9a-f]{64}$/);

	for (const [name, type] of [
		['下载 Word 文档', /wordprocessingml/],
		['下载 Markdown 文本', /^text\/markdown/]
	] as const) {
		const href = await visitor.getByRole('link', { name }).getAttribute('href');
		const file = await visitor.request.get(href!);
		expect(file.headers()['content-type']).toMatch(type);
		if (name.includes('Markdown')) expect(await file.text()).toContain(hash);
	}
	await visitor.getByRole('link', { name: '打印（A4）' }).click();
	await expect(visitor.getByText(hash)).toBeVisible();
	await expectNoSidewaysScroll(visitor);

	const chair = await openAs(browser, 'juwei', { baseURL: baseURL!, ...PHONE_WITHOUT_SCRIPT });
	await chair.goto(`${meeting}#corrigenda`);
	await chair.getByText('更正一段').click();
	const card = chair.locator('#corrigenda');
	await card.locator('[name=block]').selectOption({ index: 2 });
	await card.locator('[name=correction]').fill('会后核对录音');
	await card.getByRole('button', { name: '发出更正并封存' }).click();
	await expect(card.getByText('请写上更正后的整段话。')).toBeVisible();
	await expect(card.locator('[name=correction]')).toHaveValue('会后核对录音');
	await card.locator('[name=corrected]').fill('近一个月街道发生电动自行车火情两起。');
	await card.getByRole('button', { name: '发出更正并封存' }).click();
	await expect(card.getByRole('heading', { name: '更正第 1 号' })).toBeVisible();

	const property = await openAs(browser, 'wuye', { baseURL: baseURL!, ...PHONE_WITHOUT_SCRIPT });
	await property.goto(meeting);
	const correction = property.locator('#corrigendum-1');
	await correction.getByLabel('同意', { exact: true }).check();
	await correction.locator('[name=position]').fill('项目经理');
	await correction.getByRole('button', { name: '签署' }).click();
	await expect(correction.getByText('项目经理')).toBeVisible();

	await visitor.goto(`${meeting}/minutes`);
	await expect(visitor.getByRole('link', { name: '这一段已更正，见更正第 1 号' })).toBeVisible();
	await expect(visitor.getByText('近一个月街道发生电动自行车火情两起。')).toBeVisible();
	// what was sealed is as it was
	await expect(visitor.locator('#signatures code')).toHaveText(hash);
});

test('a version of the minutes is kept, compared and restored, and an open editor shows it at once', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const meeting = await addressOf(browser, baseURL!, '电动自行车充电棚选址议事协商会');
	const history = await openAs(browser, 'juwei-jilu', { baseURL: baseURL!, ...PHONE_WITHOUT_SCRIPT });
	await history.goto(`${meeting}/minutes/history`);
	await history.locator('[name=name]').fill('改之前');
	await history.getByRole('button', { name: '存下这一稿' }).click();
	const version = history.getByRole('listitem').filter({ hasText: '改之前' }).first();
	await expect(version).toBeVisible();

	const editor = await openAs(browser, 'juwei-luru', { baseURL: baseURL! });
	await editor.goto(`${meeting}/minutes/edit`);
	await expect(editor.getByText('已保存', { exact: true })).toBeVisible();
	await editor.locator('.ProseMirror p', { hasText: '赵玉珍' }).click();
	await editor.keyboard.type('（不算数的话）');
	await expect(editor.getByText('已保存', { exact: true })).toBeVisible();

	await test.step('undo takes back one’s own words, and leaves alone what others wrote since', async () => {
		const other = await openAs(browser, 'juwei', { baseURL: baseURL! });
		await other.goto(`${meeting}/minutes/edit`);
		await expect(other.locator('.ProseMirror')).toContainText('（不算数的话）');
		await other.locator('.ProseMirror p', { hasText: '吴秀芝' }).click();
		await other.keyboard.type('（别人的话）');
		const paper = editor.locator('.ProseMirror');
		await expect(paper).toContainText('（别人的话）');
		await editor.getByRole('button', { name: '撤销我的改动' }).click();
		await expect(paper).not.toContainText('（不算数的话）');
		await expect(other.locator('.ProseMirror')).not.toContainText('（不算数的话）');
		await expect(paper).toContainText('（别人的话）');
		await editor.getByRole('button', { name: '恢复', exact: true }).click();
		await expect(other.locator('.ProseMirror')).toContainText('（不算数的话）');
		await other.getByRole('button', { name: '撤销我的改动' }).click();
		await expect(paper).not.toContainText('（别人的话）');
		await other.close();
	});

	await version.getByRole('link', { name: '和现在对照' }).click();
	await expect(history.locator('#compare ins')).toHaveText('（不算数的话）');
	await expectNoSidewaysScroll(history);
	await version.getByText('恢复成这一稿').first().click();
	await version.getByRole('button', { name: '恢复成这一稿' }).click();
	await expect(history.getByText('恢复之前的一稿').first()).toBeVisible();
	await expect(editor.locator('.ProseMirror')).not.toContainText('不算数的话');
});
