import { expect, test, type Page } from '@playwright/test';
import { inDays, openAs } from '../support/browser.ts';
import { callMeeting, expectSaved, goUnder, titlesIn, writeUnder } from '../support/writing.ts';

test('two parties build an agenda and write the minutes at once, and nothing shown as saved is lost', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const committee = await openAs(browser, 'juwei', { baseURL: baseURL! });
	const property = await openAs(browser, 'wuye', { baseURL: baseURL! });

	await callMeeting(committee, {
		title: '冬季消防通道协调会',
		startsAt: inDays(5),
		parties: ['恒安物业枫林苑项目部']
	});
	const meeting = committee.url();

	await test.step('each sees the words of the other in the agenda', async () => {
		for (const [page, title] of [
			[committee, '3号楼消防通道'],
			[property, '公共收益公示']
		] as const) {
			await page.goto(`${meeting}/agenda`);
			await page.getByRole('button', { name: '加一个议题' }).click();
			await page.keyboard.type(title);
			await expectSaved(page);
		}
		for (const page of [committee, property]) {
			for (const title of ['3号楼消防通道', '公共收益公示']) {
				await expect.poll(() => titlesIn(page)).toContain(title);
			}
		}
	});

	await test.step('who types goes on typing while another moves the items, also in the middle of a word', async () => {
		const order = (page: Page) =>
			page.locator('li[data-item]').evaluateAll((all) => all.map((item) => item.getAttribute('data-item')));
		const swap = async () => {
			const swapped = (await order(property)).toReversed();
			await committee.locator('li[data-item]').last().getByRole('button', { name: '上移' }).click();
			await expect.poll(() => order(committee)).toEqual(swapped);
			return swapped;
		};
		const own = async (page: Page) =>
			page.locator('input.title').nth((await titlesIn(page)).findIndex((title) => title.includes('公共收益公示')));
		await (await own(property)).focus();
		await property.keyboard.press('End');
		for (const letter of '收支') {
			await property.keyboard.type(letter);
			const swapped = await swap();
			await expect.poll(() => order(property)).toEqual(swapped);
		}
		await property.keyboard.type('明细');
		const inputMethod = await property.context().newCDPSession(property);
		await inputMethod.send('Input.imeSetComposition', { text: 'biao', selectionStart: 4, selectionEnd: 4 });
		const swapped = await swap();
		await (await own(committee)).focus();
		await committee.keyboard.press('Home');
		await committee.keyboard.type('全年');
		await expectSaved(committee);
		expect(await titlesIn(committee)).toContain('全年公共收益公示收支明细');
		await inputMethod.send('Input.insertText', { text: '表' });
		for (const page of [property, committee]) {
			await expect.poll(() => titlesIn(page)).toContain('全年公共收益公示收支明细表');
			expect(await order(page)).toEqual(swapped);
		}
		// the caret stands behind the word chosen last, though the title grew at its head
		await property.keyboard.type('。');
		await expect.poll(() => titlesIn(committee)).toContain('全年公共收益公示收支明细表。');
	});

	await committee.goto(meeting);
	await committee.getByRole('button', { name: '定稿议程并发通知' }).click();
	await committee.getByRole('button', { name: '宣布开会' }).click();
	await expect(committee.getByRole('link', { name: '记纪要' })).toBeVisible();

	await test.step('two recorders write in the minutes at once; a reload shows all of it', async () => {
		const party = await openAs(browser, 'dangwei-zuzhi', { baseURL: baseURL! });
		const writers = [
			[committee, '物业本周五前划线。', '3号楼消防通道'],
			[party, '党委协调城管勘查。', '公共收益公示']
		] as const;
		for (const [page] of writers) {
			await page.goto(`${meeting}/minutes/edit`);
			await expectSaved(page);
		}
		// both stand in the same empty paragraph and begin at once: each sentence stays whole, one beside the other
		const together = ['甲方先说消防通道的事。', '乙方同时记下同一件事。'];
		for (const [page] of writers) await goUnder(page, '3号楼消防通道');
		await Promise.all(writers.map(([page], i) => page.keyboard.type(together[i]!, { delay: 15 })));
		for (const [page] of writers) {
			for (const words of together) await expect(page.locator('.ProseMirror')).toContainText(words);
		}
		await Promise.all(writers.map(([page, words, item]) => writeUnder(page, item, words)));
		for (const [page] of writers) {
			for (const [, words] of writers) await expect(page.locator('.ProseMirror')).toContainText(words);
			await expectSaved(page);
			// a case or an objection points at a block by its id: typing leaves it
			await expect(page.locator('.ProseMirror [data-block^="text-"]')).toHaveCount(2);
			await page.reload();
			for (const [, words] of writers) await expect(page.locator('.ProseMirror')).toContainText(words);
		}
	});

	await test.step('words written without a connection outlive the page, and are saved by the next one', async () => {
		const recorder = await openAs(browser, 'dangwei-zuzhi', { baseURL: baseURL! });
		let connected = true;
		await recorder.routeWebSocket('**/collab/**', async (socket) => {
			if (!connected) return socket.close({ code: 1013 });
			socket.connectToServer();
			await expect.poll(() => connected, { timeout: 60_000 }).toBe(false);
			await socket.close({ code: 1013 });
		});
		const paper = recorder.locator('.ProseMirror');
		const asked: string[] = [];
		recorder.on('dialog', (dialog) => (asked.push(dialog.type()), dialog.accept()));
		await recorder.goto(`${meeting}/minutes/edit`);
		await expect(recorder.getByText('已保存', { exact: true })).toBeVisible();
		connected = false;
		await expect(recorder.getByText('离线', { exact: true })).toBeVisible();
		await paper.locator('h2').last().click();
		await recorder.keyboard.press('End');
		await recorder.keyboard.press('Enter');
		await recorder.keyboard.type('停电时写下的一句。');
		await expect(recorder.getByText('刚写的先留在这台设备上')).toBeVisible();
		await expect(committee.locator('.ProseMirror')).not.toContainText('停电时写下的一句。');

		await recorder.goto(meeting);
		expect(asked).toEqual(['beforeunload']);
		connected = true;
		await recorder.goto(`${meeting}/minutes/edit`);
		await expect(recorder.getByText('已保存', { exact: true })).toBeVisible();
		await expect(paper).toContainText('停电时写下的一句。');
		await expect(committee.locator('.ProseMirror')).toContainText('停电时写下的一句。');
		expect(
			await recorder.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unsaved:')))
		).toEqual([]);
	});

	await test.step('a delegate who does not record reads the minutes and cannot write', async () => {
		await property.goto(`${meeting}/minutes/edit`);
		await expect(property.locator('.ProseMirror')).toContainText('物业本周五前划线。');
		await expect(property.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false');
	});

	await test.step('a stranger reads the meeting and not the minutes', async () => {
		const stranger = await openAs(browser, null, { baseURL: baseURL! });
		expect((await stranger.goto(meeting))?.status()).toBe(200);
		expect((await stranger.goto(`${meeting}/minutes`))?.status()).toBe(403);
	});
});
