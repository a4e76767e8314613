import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/server/db/seed/demo-password.ts';

/** The complete community of the demo. */
export const COMMUNITY = '/c/990101001001';
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Signs a demo account in, as any client can: by one form post. */
export async function signIn(context: BrowserContext, login: string, baseURL: string): Promise<void> {
	const answer = await context.request.post(`${baseURL}/sign-in`, {
		form: { login, password: DEMO_PASSWORD },
		headers: { origin: baseURL },
		maxRedirects: 0
	});
	expect(answer.status()).toBe(303);
}

/** Somebody with a browser of their own; null: a visitor. */
export async function openAs(
	browser: Browser,
	login: string | null,
	{ baseURL, ...options }: BrowserContextOptions & { baseURL: string }
): Promise<Page> {
	const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL, ...options });
	if (login) await signIn(context, login, baseURL);
	return context.newPage();
}

/** What a date field takes: wall time in Shanghai, `days` after `from`. */
export const inDays = (days: number, from = Date.now()): string =>
	new Date(from + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);

/** Keeps the scripts of the page's next visits from arriving, until what is answered is called. */
export async function holdScripts(page: Page): Promise<() => void> {
	const { promise: late, resolve: arrive } = Promise.withResolvers<void>();
	await page.route(/\/_app\/.*\.js$/, async (route) => {
		await late;
		await route.continue();
	});
	return arrive;
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window!);
}
