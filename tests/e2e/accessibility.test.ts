import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COMMUNITY, signIn } from '../support/browser.ts';

/** What anybody can open: homes and doors first. */
const FRONT = [
	'/',
	'/d/990101',
	'/s/990101001',
	COMMUNITY,
	'/sign-in',
	'/sign-in/phone',
	'/join',
	'/privacy-notice',
	'/audit',
	'/verify'
];
/** What a community shows; lists lead on to the first of what they show. */
const COMMUNITY_PAGES = [
	`${COMMUNITY}/roster`,
	`${COMMUNITY}/deliberation`,
	`${COMMUNITY}/disclosures`,
	`${COMMUNITY}/disclosures/duties`,
	`${COMMUNITY}/meetings`,
	`${COMMUNITY}/votes`,
	`${COMMUNITY}/proposals`,
	`${COMMUNITY}/cases`
];
const LEADING_ON = ['meetings', 'votes', 'proposals', 'disclosures'];
/** What a resident and an officer see most. */
const RESIDENT = [
	'/',
	'/me',
	'/me/messages',
	'/me/homes',
	'/me/account',
	`${COMMUNITY}/report`,
	`${COMMUNITY}/cases`,
	`${COMMUNITY}/proposals/new`
];
const OFFICER = [
	'/',
	'/desk',
	'/desk/cases',
	'/desk/disclosures',
	`${COMMUNITY}/meetings/new`,
	`${COMMUNITY}/votes/new`
];
const CLERK = ['/desk/people', '/desk/people/requests', '/desk/people/letters'];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What stands against WCAG 2.2 AA, against a width of 360 px and against fingers; nothing where all is well. */
async function faults(page: Page): Promise<string[]> {
	// as long as the page: what the bar at the foot of the window covers is no smaller for it
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width: 360, height: Math.max(740, height) });
	const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
	const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	if (content! > window!) said.push(`scrolls sideways: ${content} of ${window} px`);
	const least = (await page.locator('html').getAttribute('data-display')) === 'standard' ? 44 : 60;
	const small = await page.evaluate((least) => {
		const main = document.querySelectorAll(
			'main button, main input:not([type=hidden]), main select, main textarea, nav a'
		);
		const targetOf = (one: Element) =>
			one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one;
		return (
			[...main]
				.map((one) => ({ one, box: targetOf(one).getBoundingClientRect() }))
				// what is folded away or drawn by its label has no size of its own
				.filter(({ box }) => box.width > 1 && box.height > 1 && box.height < least - 0.5)
				.map(
					({ one, box }) => `${one.tagName} ${one.textContent?.trim().slice(0, 20)} is ${box.height.toFixed(0)} px high`
				)
		);
	}, least);
	return [...said, ...new Set(small)];
}

async function check(page: Page, paths: string[]): Promise<void> {
	const found: Record<string, string[]> = {};
	for (const path of paths) {
		const answer = await page.goto(path);
		const said = answer && answer.status() >= 400 ? [`answers ${answer.status()}`] : await faults(page);
		if (said.length) found[path] = said;
	}
	expect(found).toEqual({});
}

for (const display of ['standard', 'elder'] as const) {
	test.describe(`display ${display}`, { tag: '@phone' }, () => {
		// axe takes its time on long pages, and more of it on a busy machine
		test.describe.configure({ timeout: 300_000 });
		test.beforeEach(({ context, baseURL }) => context.addCookies([{ name: 'display', value: display, url: baseURL! }]));

		test('homes and doors', async ({ page }) => {
			await check(page, FRONT);
		});

		test('what a community shows', async ({ page }) => {
			const led: string[] = [];
			for (const list of LEADING_ON) {
				await page.goto(`${COMMUNITY}/${list}`);
				const first = page
					.locator(`main a[href^="${COMMUNITY}/${list}/"]:not([href$="/duties"], [href$="/new"], [href*="."])`)
					.first();
				await expect(first).toBeVisible();
				led.push((await first.getAttribute('href'))!);
			}
			await check(page, [...COMMUNITY_PAGES, ...led]);
		});

		test('a resident’s pages', async ({ page, context, baseURL }) => {
			await signIn(context, 'resident1', baseURL!);
			await check(page, RESIDENT);
		});

		test('an officer’s pages', async ({ page, context, baseURL }) => {
			await signIn(context, 'juwei', baseURL!);
			await check(page, OFFICER);
		});

		test('a clerk’s pages', async ({ page, context, baseURL }) => {
			await signIn(context, 'juwei-luru', baseURL!);
			await check(page, CLERK);
		});
	});
}

test.describe('pages that say what went wrong', { tag: ['@phone', '@no-js'] }, () => {
	test('nothing is there, or it is not for everybody: the answer says so and leads on', async ({
		page,
		context,
		baseURL
	}) => {
		const lost = await page.goto('/c/990101009999');
		expect(lost?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('main').getByRole('link').first()).toBeVisible();

		await signIn(context, 'resident1', baseURL!);
		const desk = await page.goto('/desk');
		expect(desk?.status()).toBe(403);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('main').getByRole('link').first()).toBeVisible();
	});
});

test('a public page prints its text without the frame around it', async ({ page }) => {
	await page.goto(`${COMMUNITY}/roster`);
	await expect(page.locator('nav').first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('nav').first()).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
