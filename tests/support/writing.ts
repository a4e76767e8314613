import { expect, type Page } from '@playwright/test';
import { COMMUNITY, inDays } from './browser.ts';

/** Calls a co-building meeting as a convener would; stands on its page afterwards. */
export async function callMeeting(
	page: Page,
	{
		title,
		kind = '多方共建会议',
		startsAt,
		parties
	}: { title: string; kind?: string; startsAt: string; parties: string[] }
): Promise<void> {
	await page.goto(`${COMMUNITY}/meetings/new`);
	await page.getByLabel(kind).check();
	await page.locator('[name=title]').fill(title);
	await page.locator('[name=place]').fill('社区活动室');
	await page.locator('[name=startsAt]').fill(startsAt);
	for (const party of parties) await page.getByLabel(party).check();
	await page.getByRole('button', { name: '召集会议' }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** What was typed has reached the server for good. */
export const expectSaved = (page: Page) => expect(page.getByText('已保存', { exact: true })).toBeVisible();

/** Titles in the agenda's editor, from above. */
export const titlesIn = (page: Page): Promise<string[]> =>
	page.locator('input.title').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

/** Goes to the paragraph beneath the heading of an agenda item. */
export const goUnder = (page: Page, item: string): Promise<void> =>
	page.locator('.ProseMirror h2', { hasText: item }).locator('xpath=following-sibling::p[1]').click();

export async function writeUnder(page: Page, item: string, words: string): Promise<void> {
	await goUnder(page, item);
	await page.keyboard.type(words, { delay: 15 });
}

/** Calls a meeting with one item and opens its session; answers the address of its minutes' editor, open on the page. */
export async function beginMinutes(page: Page, title: string, item: string): Promise<string> {
	await callMeeting(page, { title, startsAt: inDays(5), parties: ['恒安物业枫林苑项目部'] });
	const meeting = page.url();
	await page.goto(`${meeting}/agenda`);
	await page.getByRole('button', { name: '加一个议题' }).click();
	await page.keyboard.type(item);
	await expectSaved(page);
	await page.goto(meeting);
	await page.getByRole('button', { name: '定稿议程并发通知' }).click();
	await page.getByRole('button', { name: '宣布开会' }).click();
	await expect(page.getByRole('link', { name: '记纪要' })).toBeVisible();
	await page.goto(`${meeting}/minutes/edit`);
	await expectSaved(page);
	return `${meeting}/minutes/edit`;
}

/** Opens the editor of the demo's minutes that are being written; answers the meeting's address. */
export async function openMinutes(page: Page): Promise<string> {
	await page.goto(`${COMMUNITY}/meetings`);
	const meeting = page.getByRole('link', { name: '电动自行车充电棚选址议事协商会' });
	const address = (await meeting.first().getAttribute('href'))!;
	await page.goto(`${address}/minutes/edit`);
	await expectSaved(page);
	return address;
}
