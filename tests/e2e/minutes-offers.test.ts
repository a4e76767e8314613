import { expect, test } from '@playwright/test';
import { openAs, PHONE } from '../support/browser.ts';
import { png } from '../support/files.ts';
import { beginMinutes, expectSaved, goUnder } from '../support/writing.ts';

test('people and items are mentioned by @, parts put in by /, with keys and by touch', async ({ browser, baseURL }) => {
	test.slow();
	const recorder = await openAs(browser, 'juwei', { baseURL: baseURL! });
	const editor = await beginMinutes(recorder, '提及协调会', '消防通道');
	const paper = recorder.locator('.ProseMirror');
	const list = recorder.getByRole('listbox');

	await test.step('a person by keys, in the middle of a sentence', async () => {
		await goUnder(recorder, '消防通道');
		await recorder.keyboard.type('请@孟晓');
		await expect(list.getByRole('option', { name: '孟晓雯' })).toHaveAttribute('aria-selected', 'true');
		await expect(paper).toHaveAttribute(
			'aria-activedescendant',
			(await list.getByRole('option').first().getAttribute('id'))!
		);
		await recorder.keyboard.press('Enter');
		await expect(list).toBeHidden();
		await recorder.keyboard.type('核对');
		await expect(paper.locator('.mention')).toHaveText('@孟晓雯');
		await expect(paper).toContainText('请@孟晓雯核对');
	});

	await test.step('Escape and a word that nobody is called leave what was typed', async () => {
		await recorder.keyboard.type('，发到a@b.com');
		await expect(list).toBeHidden();
		await recorder.keyboard.press('Enter');
		await recorder.keyboard.type('/');
		await expect(list).toBeVisible();
		await recorder.keyboard.press('Escape');
		await expect(list).toBeHidden();
		await recorder.keyboard.press('Backspace');
	});

	await test.step('a table from the menu', async () => {
		await recorder.keyboard.type('/表');
		await expect(list.getByRole('option')).toHaveText([/列表/, /表格/]);
		await recorder.keyboard.press('ArrowDown');
		await recorder.keyboard.press('Enter');
		await expect(paper.locator('table')).toBeVisible();
		await expect(paper).not.toContainText('/表');
		await expectSaved(recorder);
	});

	await test.step('a task from the paragraph, with all its words, though the last are not saved yet', async () => {
		await recorder.locator('.ProseMirror > p').first().click();
		await recorder.keyboard.press('End');
		await recorder.keyboard.type('，本周办完 /');
		await expect(list.getByRole('option').filter({ hasText: /案件|任务|表决|公开/ })).toHaveText([
			'转为案件',
			'交任务',
			'把这项付诸表决',
			'公开这件事'
		]);
		await recorder.keyboard.type('任务');
		await expect(list.getByRole('option')).toHaveText(['交任务']);
		await recorder.keyboard.press('Enter');
		await expect(recorder).toHaveURL(/\/raise\/task\?block=/);
		await expect(recorder.locator('main')).toContainText('，本周办完');
		await expect(recorder.locator('main')).not.toContainText('/任务');
		await recorder.goto(editor);
		await expectSaved(recorder);
		await expect(paper).toContainText('请@孟晓雯核对');
		await recorder.locator('.ProseMirror > p').first().click();
		await expect(recorder.getByRole('toolbar').getByRole('link')).toHaveText([
			'转为案件',
			'交任务',
			'把这项付诸表决',
			'公开这件事'
		]);
	});

	await test.step('a picture, which is kept by the portal and shown from there alone', async () => {
		await recorder.locator('.ProseMirror h2').click();
		await recorder.keyboard.press('End');
		await recorder.keyboard.press('Enter');
		await recorder.keyboard.type('/图');
		await recorder.keyboard.press('Enter');
		const dialog = recorder.getByRole('dialog', { name: '放一张图片' });
		await dialog
			.getByLabel('图片（JPG 或 PNG')
			.setInputFiles({ name: '车棚.png', mimeType: 'image/png', buffer: png() });
		await dialog.getByRole('button', { name: '放进纪要' }).click();
		await expect(dialog.getByText('请写一句图片里有什么')).toBeVisible();
		await dialog.getByLabel('图片里有什么').fill('旧车棚现场');
		await dialog.getByLabel('只给与会的人和单位看').check();
		await dialog.getByRole('button', { name: '放进纪要' }).click();
		await expect(dialog).toBeHidden();
		const picture = paper.getByRole('img', { name: '旧车棚现场' });
		await expect(picture).toHaveJSProperty('naturalWidth', 2);
		const src = (await picture.getAttribute('src'))!;
		expect(src).toMatch(/^\/minutes-images\/[0-9a-f-]{36}$/);
		await expectSaved(recorder);
		const visitor = await openAs(browser, null, { baseURL: baseURL! });
		expect((await visitor.request.get(src)).status()).toBe(404);
	});

	await test.step('an item on a phone, by touch', async () => {
		const phone = await openAs(browser, 'dangwei-zuzhi', { baseURL: baseURL!, ...PHONE });
		await phone.goto(editor);
		await expectSaved(phone);
		await phone.locator('.ProseMirror p').first().tap();
		await phone.keyboard.press('End');
		await phone.getByRole('button', { name: '更多' }).tap();
		await phone.getByRole('button', { name: '提到' }).tap();
		await phone.keyboard.type('消防');
		const option = phone.getByRole('option', { name: '1 消防通道' });
		const box = (await option.boundingBox())!;
		expect(box.height).toBeGreaterThanOrEqual(44);
		expect(box.x + box.width).toBeLessThanOrEqual(360);
		await option.tap();
		await expect(paper.locator('.mention')).toHaveText(['@孟晓雯', '@1 消防通道']);
		await expectSaved(phone);
	});

	await recorder.goto(editor.replace(/\/edit$/, ''));
	await expect(recorder.locator('article a.mention')).toHaveText('@1 消防通道');
	await expect(recorder.locator('article').getByRole('img', { name: '旧车棚现场' })).toBeVisible();
	await expect(recorder.locator('article .mention').first()).not.toHaveAttribute('data-id');
});
