import { expect, type Page } from '@playwright/test';
import { COMMUNITY } from './browser.ts';

/** Calls a co-building meeting as a convener would; stands on its page afterwards. */
export async function callMeeting(
	page: Page,
	{ title, startsAt, parties }: { title: string; startsAt: string; parties: string[] }
): Promise<void> {
	await page.goto(`${COMMUNITY}/meetings/new`);
	await page.getByLabel('多方共建会议').check();
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
