import { expect, test, type Page } from '@playwright/test';
import type { Editor } from '@tiptap/core';
import { openAs, PHONE } from '../support/browser.ts';
import { beginMinutes, expectSaved, writeUnder } from '../support/writing.ts';

/** Selects words of the minutes, as by dragging over them. */
async function select(page: Page, words: string): Promise<void> {
	await page.locator('.ProseMirror').evaluate((paper, wanted) => {
		const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
		for (let text = walker.nextNode(); text; text = walker.nextNode()) {
			const from = text.textContent!.indexOf(wanted);
			if (from < 0) continue;
			(paper as HTMLElement).focus();
			return getSelection()!.setBaseAndExtent(text, from, text, from + wanted.length);
		}
		throw new Error(`nowhere: ${wanted}`);
	}, words);
}

test('two comment on words of the minutes, which stay marked while both write around them', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const recorder = await openAs(browser, 'juwei', { baseURL: baseURL! });
	const other = await openAs(browser, 'dangwei-zuzhi', { baseURL: baseURL!, ...PHONE });
	const editor = await beginMinutes(recorder, '批注协调会', '消防通道');
	await writeUnder(recorder, '消防通道', '陈国庆介绍了上周五看现场的情况。');
	await expectSaved(recorder);
	await other.goto(editor);
	const marked = (page: Page) => page.locator('.ProseMirror .annotated');
	const thread = (page: Page) => page.locator('#annotations article').filter({ hasText: '哪一天去看的' });

	await select(recorder, '上周五');
	await recorder.getByRole('button', { name: '批注' }).click();
	await expect(recorder.getByRole('dialog')).toContainText('上周五');
	await recorder.getByRole('button', { name: '写上批注' }).click();
	await expect(recorder.getByText('请写下您的批注。')).toBeVisible();
	await recorder.getByLabel('您的批注').fill('哪一天去看的，请写日期');
	await recorder.getByRole('button', { name: '写上批注' }).click();

	await test.step('the other sees it at once, marked in the text, and answers on a phone', async () => {
		for (const page of [recorder, other]) await expect(marked(page)).toHaveText('上周五');
		await marked(other).tap();
		await other.getByRole('link', { name: '看批注' }).tap();
		await expect(thread(other)).toBeInViewport();
		await thread(other).getByText('回复', { exact: true }).tap();
		await thread(other).locator('[name=reply]').fill('11 月 20 日');
		await thread(other).getByRole('button', { name: '发出回复' }).tap();
		await expect(thread(recorder)).toContainText('11 月 20 日');
	});

	await test.step('showing them takes no more steps of the editor than the writing itself', async () => {
		const steps = await recorder.locator('.ProseMirror').evaluateHandle((paper) => {
			const count = { steps: 0 };
			(paper as unknown as { editor: Editor }).editor.on('transaction', () => count.steps++);
			return count;
		});
		await recorder.locator('.ProseMirror p').first().click();
		await recorder.keyboard.type('。');
		await expectSaved(recorder);
		await recorder.keyboard.press('Backspace');
		await expectSaved(recorder);
		expect(await steps.evaluate((count) => count.steps)).toBeLessThan(20);
	});

	await test.step('it moves with its words while both write', async () => {
		await other.locator('.ProseMirror h2').first().tap();
		await other.keyboard.press('Home');
		await other.keyboard.type('（一）');
		await recorder.locator('.ProseMirror p', { hasText: '陈国庆介绍了' }).click();
		await recorder.keyboard.press('Home');
		await recorder.keyboard.type('会上，');
		for (const page of [recorder, other]) {
			for (const words of ['（一）', '会上，', '陈国庆介绍了上周五']) {
				await expect(page.locator('.ProseMirror')).toContainText(words);
			}
			await expect(marked(page)).toHaveText('上周五');
			await expectSaved(page);
		}
		await recorder.reload();
		await expect(marked(recorder)).toHaveText('上周五');
	});

	await test.step('it stays in the list once its words are deleted, and comes back with them', async () => {
		await select(recorder, '上周五');
		await expect(thread(recorder)).toHaveClass(/current/);
		await recorder.keyboard.press('Backspace');
		for (const page of [recorder, other]) await expect(thread(page).getByText('原文已删去')).toBeVisible();
		await recorder.getByRole('button', { name: '撤销我的改动' }).click();
		for (const page of [recorder, other]) await expect(marked(page)).toHaveText('上周五');
	});

	await test.step('it is settled, found among the settled, and opened again', async () => {
		await thread(recorder).getByRole('button', { name: '处理好了' }).click();
		for (const page of [recorder, other]) await expect(marked(page)).toHaveCount(0);
		await other.getByText(/已处理的批注（1 条）/).tap();
		await thread(other).getByRole('button', { name: '重新打开' }).tap();
		for (const page of [recorder, other]) await expect(marked(page)).toHaveText('上周五');
	});
	await other.goto(other.url().replace(/\/edit.*/, ''));
	await expect(thread(other)).toContainText('11 月 20 日');
});
