import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../src/cli/setup/browser.mjs';

const executablePath = (await findBrowser()) ?? undefined;

const phone = { ...devices['Galaxy S9+'], defaultBrowserType: undefined, viewport: { width: 360, height: 740 } };

/**
 * A test without a tag runs on the desktop; `@phone` and `@no-js` say where else, or where instead, it runs
 * (`@desktop` beside them keeps the desktop). E2E_URL tests a portal that runs already instead of starting one.
 */
export default defineConfig({
	testDir: 'e2e',
	outputDir: '../.test/e2e-results',
	globalSetup: process.env.E2E_URL ? undefined : './support/start-portal.ts',
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: true,
	reporter: [['list', { printSteps: true }]],
	use: {
		// set by the global setup before the workers read this file
		baseURL: process.env.E2E_URL,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		actionTimeout: 20_000,
		navigationTimeout: 30_000,
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath,
			args: [
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
				'--disable-dev-shm-usage',
				'--disable-gpu',
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run'
			]
		}
	},
	projects: [
		{ name: 'desktop', grep: /^(?!.*@(phone|no-js)\b)|@desktop\b/, use: { viewport: { width: 1280, height: 800 } } },
		{ name: 'phone', grep: /@phone\b/, use: phone },
		{ name: 'phone without JavaScript', grep: /@no-js\b/, use: { ...phone, javaScriptEnabled: false } }
	]
});
