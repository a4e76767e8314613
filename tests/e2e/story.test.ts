import { expect, test, type Page } from '@playwright/test';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { COMMUNITY, expectNoSidewaysScroll, inDays, openAs, PHONE } from '../support/browser.ts';
import { jpeg } from '../support/files.ts';
import { startPortalInTime, type PortalInTime } from '../support/portal-in-time.ts';
import { callMeeting, expectSaved, titlesIn, writeUnder } from '../support/writing.ts';

const DAY = 86_400_000;
let portal: PortalInTime;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	portal = await startPortalInTime('.test/story');
});
test.afterAll(() => portal.stop());

test('one co-building meeting, from its agenda to a case that escalates', async ({ browser }) => {
	test.setTimeout(1_200_000);
	const baseURL = portal.url;
	const as = (login: string | null, options = {}) => openAs(browser, login, { baseURL, ...options });
	const phone = (login: string) => as(login, PHONE);
	let meeting = '';
	/** What the first recorder writes, before and after the server dies. */
	const [before, after] = ['物业本周五前划好禁停线。', '停电时也记着。'];
	const sentence = before + after;

	await test.step('the committee calls a meeting of five parties', async () => {
		const committee = await as('juwei');
		await callMeeting(committee, {
			title: '冬季消防与电梯协调会',
			startsAt: inDays(5, await portal.now()),
			parties: ['恒安物业枫林苑项目部', '枫林苑小区业主委员会', '枫林苑社区居务监督委员会']
		});
		meeting = committee.url();
		await committee.context().close();
	});

	await test.step('two parties build the agenda at once: add, edit, nest and reorder, and nothing is lost', async () => {
		const writers = await Promise.all([as('juwei'), as('wuye'), as('yeweihui')]);
		const mine = ['3号楼消防通道', '划线施工安排', '9号楼电梯更换'];
		for (const page of writers) {
			await page.goto(`${meeting}/agenda`);
			await expectSaved(page);
		}
		await Promise.all(
			writers.map(async (page, i) => {
				await page.getByRole('button', { name: '加一个议题' }).click();
				await page.keyboard.type(mine[i]!, { delay: 15 });
				await expectSaved(page);
			})
		);
		for (const page of writers)
			await expect.poll(async () => (await titlesIn(page)).toSorted()).toEqual(mine.toSorted());
		const item = (page: Page, i: number) => page.locator(`li[data-item]:has(input.title)`).nth(i);
		const place = async (page: Page, title: string) => (await titlesIn(page)).indexOf(title);
		// the committee brings its item to the top and puts the works beneath it while the owners' committee edits its own
		const [committee, , owners] = writers as [Page, Page, Page];
		const ownItem = item(owners, await place(owners, '9号楼电梯更换'));
		await Promise.all([
			(async () => {
				for (let at = await place(committee, '3号楼消防通道'); at > 0; at--) {
					await item(committee, at).getByRole('button', { name: '上移' }).click();
				}
				for (let at = await place(committee, '划线施工安排'); at > 1; at--) {
					await item(committee, at).getByRole('button', { name: '上移' }).click();
				}
				await item(committee, 1).getByRole('button', { name: '归入上一项' }).click();
			})(),
			(async () => {
				await ownItem.locator('input.title').focus();
				await owners.keyboard.press('End');
				await owners.keyboard.type('方案', { delay: 15 });
			})()
		]);
		for (const page of writers) {
			await expect.poll(() => titlesIn(page)).toEqual(['3号楼消防通道', '划线施工安排', '9号楼电梯更换方案']);
			await expect(page.locator('li[data-item] b')).toHaveText(['1', '1.1', '2']);
			await expectSaved(page);
		}
		for (const page of writers) await page.context().close();
	});

	await test.step('the agenda is settled and everybody told; the notice can be printed', async () => {
		const committee = await as('juwei');
		await committee.goto(meeting);
		await committee.getByRole('button', { name: '定稿议程并发通知' }).click();
		await expect(committee.getByText('1.1 划线施工安排')).toBeVisible();
		await committee.goto(`${meeting}/notice`);
		await expect(committee.getByRole('img', { name: '扫码看议程、提意见' })).toBeVisible();
		expect((await committee.request.get(`${meeting}/meeting.ics`)).headers()['content-type']).toContain(
			'text/calendar'
		);
		await committee.context().close();
	});

	await test.step('on the day people check in by the code at the door', async () => {
		await portal.letPass(5 * DAY);
		const committee = await as('juwei');
		await committee.goto(meeting);
		await committee.getByRole('button', { name: '宣布开会' }).click();
		await expect(committee.getByText('到会 0 人')).toBeVisible();
		await committee.getByRole('link', { name: '门口二维码' }).click();
		await expect(committee.getByRole('img', { name: '门口二维码' })).toBeVisible();
		const [row] = await portal.sql`select check_in_code as code from meeting where id = ${meeting.split('/').at(-1)!}`;
		for (const login of ['wuye', 'yeweihui', 'dangwei', 'juwei', 'jiandu']) {
			const guest = await phone(login);
			await guest.goto(`${meeting}/check-in?code=${row!.code}`);
			await expectNoSidewaysScroll(guest);
			await guest.getByRole('button', { name: '签到' }).click();
			await expect(guest.getByText('您已签到')).toBeVisible();
			await guest.context().close();
		}
		await committee.goto(meeting);
		await expect(committee.getByText('到会 5 人')).toBeVisible();
		await committee.context().close();
	});

	await test.step('three recorders write the minutes at once; kill -9 of the server and a reload lose nothing', async () => {
		const writers = await Promise.all([as('juwei'), as('dangwei-zuzhi'), as('juwei-jilu')]);
		const words = [before, '施工那天暂停东门进车。', '业委会汇总了两家报价。'];
		const items = ['3号楼消防通道', '划线施工安排', '9号楼电梯更换方案'];
		for (const page of writers) {
			await page.goto(`${meeting}/minutes/edit`);
			await expectSaved(page);
		}
		await Promise.all(writers.map((page, i) => writeUnder(page, items[i]!, words[i]!)));
		for (const page of writers) {
			for (const sentence of words) await expect(page.locator('.ProseMirror')).toContainText(sentence);
			await expect(page.locator('.person')).toHaveCount(2);
			await expectSaved(page);
		}
		await portal.kill();
		for (const page of writers) await expect(page.getByText('离线', { exact: true })).toBeVisible();
		await writers[0]!.keyboard.type(after);
		await portal.startAgain();
		for (const page of writers) await expect(page.locator('.ProseMirror')).toContainText(after);
		for (const page of writers) {
			await expectSaved(page);
			await page.reload();
			for (const sentence of words) await expect(page.locator('.ProseMirror')).toContainText(sentence);
			await page.context().close();
		}
	});

	let residents = '';
	let owners = '';
	await test.step('two agenda items become votes, one of residents and one of owners', async () => {
		const propose = async (login: string, item: string, preset: string, question: string): Promise<string> => {
			const page = await as(login);
			await page.goto(meeting);
			await page.getByLabel(`办这件事：${item}`).click();
			await page.getByRole('link', { name: `把这项付诸表决：${item}` }).click();
			await expect(page.getByLabel('标题')).toHaveValue(item);
			await page.getByLabel('要回答的问题').fill(question);
			await page.locator(`[name=preset][value=${preset}]`).check();
			await page.getByLabel('由谁来投').selectOption({ index: 1 });
			const at = await portal.now();
			await page.getByLabel('开始投票').fill(inDays(4, at));
			await page.getByLabel('截止', { exact: true }).fill(inDays(7, at));
			await page.locator('[name=secrecy][value=open]').check();
			await page.getByRole('button', { name: '存为草稿' }).click();
			await page.getByRole('button', { name: '公告表决' }).click();
			await expect(page.getByText('已公告。到时间会自动开始')).toBeVisible();
			const url = page.url().split(/[?#]/)[0]!;
			await page.context().close();
			return url;
		};
		residents = await propose('juwei', '3号楼消防通道', 'residents-meeting-2026', '3号楼前划禁停线，您同意吗？');
		owners = await propose('yeweihui', '9号楼电梯更换方案', 'owners-special', '按乙方案更换电梯，您同意吗？');
	});

	await test.step('the votes open by themselves; a resident and an owner vote on the phone, one without JavaScript', async () => {
		await portal.letPass(4 * DAY);
		const visitor = await as(null);
		await visitor.goto(residents);
		await expect(visitor.getByText('户数：0 / 1,200，还差 601 户过半')).toBeVisible({ timeout: 30_000 });
		await expect(visitor.getByText('待核')).toBeVisible();
		for (const [login, url, options] of [
			['resident1', residents, PHONE],
			['owner1', owners, { ...PHONE, javaScriptEnabled: false }]
		] as const) {
			const voter = await as(login, options);
			await voter.goto(url);
			await expectNoSidewaysScroll(voter);
			await voter.getByText('同意', { exact: true }).first().click();
			await voter.getByRole('button', { name: '确认投票' }).first().click();
			await expect(voter.getByText('这一票收到了，会计入结果。')).toBeVisible();
			await voter.context().close();
		}
		// nobody reloads the visitor's page
		await expect(visitor.getByText('户数：1 / 1,200，还差 600 户过半')).toBeVisible();
		await visitor.context().close();
	});

	await test.step('they close by themselves, and anybody can recompute the result', async () => {
		await portal.letPass(3 * DAY + 60_000);
		const visitor = await as(null);
		for (const url of [residents, owners]) {
			await visitor.goto(url);
			await expect(async () => {
				await visitor.reload();
				await expect(visitor.getByText(/没有形成决定/)).toBeVisible({ timeout: 1_000 });
			}).toPass({ timeout: 30_000 });
			const record = await visitor.request.get(`${url}/record.json`);
			expect((await verifyRecord(await record.text())).holds).toBe(true);
		}
		await visitor.goto(meeting);
		await expect(visitor.getByRole('link', { name: /表决：3号楼消防通道/ })).toBeVisible();
		await visitor.context().close();
	});

	await test.step('the minutes are put in order, reviewed with an objection that is answered, and sealed', async () => {
		const committee = await as('juwei');
		await committee.goto(meeting);
		await committee.getByRole('button', { name: '宣布散会' }).click();
		await committee.getByRole('button', { name: '请与会人核对纪要' }).click();
		await expect(committee.getByText(/前可以提异议/)).toBeVisible();

		const company = await phone('wuye');
		await company.goto(meeting);
		await company.getByLabel('哪一段').selectOption({ label: sentence });
		await company.getByLabel('哪里不对，应该怎么记').fill('是下周五之前。');
		await company.getByRole('button', { name: '提交异议' }).click();
		await expect(company.getByText('待答复')).toBeVisible();
		await company.context().close();

		await portal.letPass(2 * DAY + 60_000);
		await committee.context().close();
		const chair = await as('juwei');
		await chair.goto(meeting);
		await chair.getByRole('button', { name: '封存纪要' }).click();
		await expect(chair.getByText(/异议.*没有答复|还有.*异议/)).toBeVisible();
		await chair.getByLabel('答复').fill('会上说定的是本周五，录音可查。');
		await chair.getByText('不采纳，说明理由').click();
		await chair.getByRole('button', { name: '发送答复' }).click();
		await chair.getByRole('button', { name: '封存纪要' }).click();
		await expect(chair.getByText('封存校验码')).toBeVisible();
		await chair.context().close();
	});

	await test.step('each party signs: agreed, with reservation, refused', async () => {
		for (const [login, stance, text] of [
			['juwei', '同意', ''],
			['dangwei', '同意', ''],
			['jiandu', '同意', ''],
			['wuye', '同意，有保留', '划线日期以物业回执为准。'],
			['yeweihui', '不同意', '报价单没有附上。']
		] as const) {
			const delegate = await phone(login);
			await delegate.goto(meeting);
			await delegate.getByRole('radio', { name: stance, exact: true }).check();
			if (text) await delegate.getByLabel('保留或不同意的理由').fill(text);
			await delegate.getByLabel('您的职务').fill('负责人');
			await delegate.getByRole('button', { name: '签署', exact: true }).click();
			await expect(delegate.getByRole('button', { name: '签署', exact: true })).toHaveCount(0);
			await delegate.context().close();
		}
		const reader = await as('juwei');
		await reader.goto(`${meeting}/minutes`);
		await expect(reader.getByText('报价单没有附上。')).toBeVisible();
		await expect(reader.getByText('待签')).toHaveCount(0);
		await reader.context().close();
	});

	await test.step('the sealed minutes are checked by a second person and disclosed to everybody', async () => {
		const stranger = await as(null);
		expect((await stranger.goto(`${meeting}/minutes`))!.status()).toBe(403);
		const clerk = await as('juwei');
		await clerk.goto(`${meeting}/minutes`);
		await clerk.getByRole('button', { name: '向居民公开' }).click();
		await clerk.getByRole('button', { name: '存好，去检查' }).click();
		await clerk.waitForURL(/\/check$/);
		await clerk.getByText('没有个人信息，或都遮盖了').click();
		await clerk.getByRole('button', { name: '送去审核' }).click();
		await expect(clerk.getByText('送审了。')).toBeVisible();
		const draft = clerk.url().replace(/\/check.*$/, '');
		await clerk.context().close();

		const reviewer = await as('juwei-fuzhuren');
		await reviewer.goto(draft);
		await reviewer.getByRole('button', { name: '通过并公布' }).click();
		await expect(reviewer.getByText('公布了，居民现在就能看到。')).toBeVisible();
		await reviewer.context().close();

		await stranger.goto(`${COMMUNITY}/disclosures`);
		await stranger.getByRole('link', { name: /冬季消防与电梯协调会/ }).click();
		for (const words of [sentence, '报价单没有附上。', '划线日期以物业回执为准。']) {
			await expect(stranger.locator('article')).toContainText(words);
		}
		await stranger.goto(`${meeting}/minutes`);
		await expect(stranger.getByText(sentence)).toBeVisible();
		await stranger.context().close();
	});

	let raised = '';
	await test.step('a sealed paragraph is raised as a case, accepted and dispatched', async () => {
		const recorder = await as('juwei');
		await recorder.goto(`${meeting}/minutes`);
		await recorder.getByLabel(`办这件事：${sentence}`).click();
		await recorder.getByRole('link', { name: `转为案件：${sentence}` }).click();
		await recorder.locator('[name=title]').fill('3号楼前划禁停线');
		await recorder.getByText('楼道堆东西').click();
		await recorder.getByLabel('具体位置').fill('3号楼前');
		await recorder.getByRole('button', { name: '转为案件' }).click();
		await recorder.waitForURL(/\/cases\/FLY-/);
		raised = recorder.url().split(/[?#]/)[0]!;
		await recorder.context().close();

		const desk = await as('juwei-diaodu');
		await desk.goto(raised);
		await desk.getByLabel('案件分类').selectOption({ label: '市容环境（事件）' });
		await desk.getByText('C 一般，7 天内').click();
		await desk.getByRole('button', { name: '受理', exact: true }).click();
		await desk.getByLabel('派给谁').selectOption({ label: '恒安物业枫林苑项目部' });
		await desk.getByRole('button', { name: '派遣', exact: true }).click();
		await expect(desk.getByText('派给恒安物业枫林苑项目部')).toBeVisible();
		await desk.context().close();
	});
	const number = raised.split('/').at(-1)!;
	const chipOn = (page: Page) => page.locator('article a', { hasText: number });

	await test.step('nobody signs for it: it goes to the street by itself, and the paragraph shows so live', async () => {
		const reader = await as('juwei');
		await reader.goto(`${meeting}/minutes`);
		await expect(chipOn(reader)).toContainText('社区待签收');
		const [due] = await portal.sql<{ at: Date }[]>`
			select c.due_at as at from clock c join grid_case g on g.id = c.subject_id
			where g.number = ${number} and c.kind = 'sign' and c.fired_at is null`;
		await portal.letPass(new Date(due!.at).getTime() - (await portal.now()) + 60_000);
		// nobody reloads a page
		await expect(chipOn(reader)).toContainText('街道待派遣', { timeout: 30_000 });
		await reader.context().close();
	});

	/** The boards of the community and of the street, with the case on them. */
	let boards: Page[] = [];
	const shownOnBoards = async (state: string) => {
		for (const board of boards) await expect(board.getByRole('row', { name: new RegExp(number) })).toContainText(state);
	};

	await test.step('the street has it signed for, handled, checked and called back, each by the right role', async () => {
		boards = await Promise.all(
			(['juwei-diaodu', 'jiedao'] as const).map(async (login) => {
				const desk = await as(login);
				await desk.goto('/desk/cases');
				await desk
					.getByRole('link', { name: / · 案件/ })
					.first()
					.click();
				if (login === 'juwei-diaodu') await desk.getByRole('link', { name: /已上报，上级在办/ }).click();
				return desk;
			})
		);
		await shownOnBoards('街道待派遣');
		const street = await as('jiedao');
		await street.goto(raised);
		await street.getByLabel('派给谁').selectOption({ label: '清杨综合行政执法队' });
		await street.getByRole('button', { name: '派遣', exact: true }).click();
		await street.context().close();

		const handler = await phone('chengguan');
		await handler.goto(raised);
		await handler.getByRole('button', { name: '签收', exact: true }).click();
		await handler.getByLabel('办理结果').fill('禁停线已经划好。');
		await handler
			.getByLabel('办理后的照片')
			.setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
		await handler.getByRole('button', { name: '办理完成', exact: true }).click();
		await expect(handler.getByText('街道核查中').first()).toBeVisible();
		await handler.context().close();
		// nobody reloads the boards
		await shownOnBoards('街道核查中');
		for (const board of boards) await board.context().close();

		const verifier = await as('jiedao-hecha');
		await verifier.goto(raised);
		await verifier.getByRole('button', { name: '核查通过', exact: true }).click();
		await expect(verifier.getByText('街道回访中').first()).toBeVisible();
		await verifier.context().close();

		const reporter = await as('juwei');
		await reporter.goto(raised);
		await reporter.getByText('解决了', { exact: true }).click();
		await reporter.getByText('满意', { exact: true }).click();
		await reporter.getByRole('button', { name: '告诉我们办得怎么样' }).click();
		await expect(reporter.getByText('已结案').first()).toBeVisible();
		await reporter.goto(`${meeting}/minutes`);
		await expect(chipOn(reporter)).toContainText('已结案');
		await reporter.context().close();
	});
});
