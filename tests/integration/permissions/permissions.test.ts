import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sentence } from '#lib/i18n/refusal.ts';
import { openSession } from '#lib/server/platform/sessions.ts';
import { useDatabase } from '../../support/database.ts';
import { servePortal, type ServedPortal } from '../../support/serve-portal.ts';
import type { Line } from './matrix/line.ts';
import { MATRIX, USUAL } from './matrix/matrix.ts';
import { WHO, type Who } from './people.ts';
import { findRoutes } from './routes.ts';
import { plantScene, type Scene } from './scene.ts';

vi.mock('$app/environment', () => ({ building: false, dev: false }));

const data = useDatabase();
let scene: Scene;
let portal: ServedPortal;
beforeAll(async () => {
	scene = await plantScene(data);
	portal = await servePortal(data.url);
}, 600_000);
afterAll(() => portal.stop());

const routes = await findRoutes();
const dataAt = new Map(routes.map((route) => [route.id, route.dataAt]));

/** What a policy says to somebody who may not; every other refusal comes from a rule and only reaches who may. */
const DENIALS = [
	...['form.sign-in', 'form.forbidden', 'form.not-found', 'cases.report-at-home'],
	...['votes.sign-in-to-vote', 'votes.not-on-the-roll', 'votes.not-the-convener', 'votes.not-found'],
	...['votes.not-a-clerk', 'votes.not-your-signature', 'votes.supervisors-only'],
	...['votes.roll-members-only', 'cases.source-not-found', 'comments.not-of-community', 'proposals.not-of-community']
].map((code) => sentence({ code }));

/** Where somebody is sent who must sign in first, or take the step before. */
const toSignIn = (location: string | null | undefined) => /^\/sign-in(\/phone)?(\?|$)/.test(location ?? '');

type Answer = 'allowed' | 'denied' | `broken: ${string}`;

/** An action says in JSON what became of its form; devalue flattens it, its sentences stay readable. */
function ofAction(status: number, text: string): Answer {
	if (status >= 500) return `broken: ${status}`;
	const said = JSON.parse(text) as { type?: string; status?: number; location?: string; data?: string };
	if (said.type === 'redirect') return toSignIn(said.location) ? 'denied' : 'allowed';
	if (said.type === 'success') return 'allowed';
	if (said.type !== 'failure') return status === 403 || status === 404 ? 'denied' : `broken: ${text.slice(0, 200)}`;
	if (said.status === 422) return `broken: the sample does not pass the form's own check: ${said.data}`;
	return DENIALS.some((denial) => said.data?.includes(JSON.stringify(denial))) ? 'denied' : 'allowed';
}

function ofPage(status: number, location: string | null): Answer {
	if (status >= 500) return `broken: ${status}`;
	if ([401, 403, 404].includes(status)) return 'denied';
	if (status >= 300) return toSignIn(location) ? 'denied' : 'allowed';
	return status < 300 ? 'allowed' : `broken: ${status}`;
}

/** A page's own data. */
function ofData(status: number, text: string, at: number): Answer {
	if (status !== 200) return ofPage(status, null);
	const said = JSON.parse(text.split('\n')[0]!) as { type: string; location?: string; nodes?: unknown[] };
	if (said.type === 'redirect') return toSignIn(said.location) ? 'denied' : 'allowed';
	const own = said.nodes?.[at] as { type: string; status?: number } | undefined;
	if (own?.type === 'error') return ofPage(own.status ?? 500, null);
	return own?.type === 'data' ? 'allowed' : `broken: ${text.slice(0, 200)}`;
}

const withNames = (text: string) =>
	text.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => {
		const value = (scene.names as Record<string, string>)[name];
		if (!value) throw new Error(`the scene has no ${name}`);
		return value;
	});

function addressOf([route, , , sample]: Line): string {
	if (sample?.at) return withNames(sample.at);
	const usual = Object.keys(USUAL).filter((prefix) => route === prefix || route.startsWith(`${prefix}/`));
	const longest = usual.sort((a, b) => b.length - a.length)[0];
	return withNames(longest ? USUAL[longest] + route.slice(longest.length) : route);
}

/** Pages, data, redirects, refusals and files alike. */
function expectSafe(headers: Headers): void {
	const policy = headers.get('content-security-policy') ?? '';
	// what is no page loads nothing at all, its frame included
	expect(policy).toMatch(/frame-ancestors 'none'|^default-src 'none'/);
	expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('x-frame-options')).toBe('DENY');
	expect(headers.get('x-request-id')).toBeTruthy();
}

/** Asks as this person, each time with a session of its own: signing out ends none of the others. */
async function ask(who: Who, method: string, path: string, init: { form?: Record<string, string>; accept: string }) {
	const person = scene.people[who];
	const cookie = person ? `session=${await openSession(data, person.personId, null)}` : '';
	const stop = new AbortController();
	const response = await fetch(portal.origin + path, {
		method,
		redirect: 'manual',
		headers: { accept: init.accept, cookie, origin: portal.origin },
		body: method === 'GET' ? undefined : new URLSearchParams(init.form),
		signal: stop.signal
	});
	const streams = response.headers.get('content-type') === 'text/event-stream';
	const text = streams ? '' : await response.text();
	if (streams) stop.abort();
	expectSafe(response.headers);
	return { status: response.status, location: response.headers.get('location'), text };
}

/** Of a page only its own data is asked for, which is what costs least, and where `whole` the page too. */
async function answerTo(who: Who, line: Line, whole: boolean): Promise<Answer> {
	const [route, request, , sample] = line;
	const path = addressOf(line);
	const isAction = !['GET', 'POST'].includes(request);
	if (isAction) {
		const query = request === 'default' ? '' : `?/${request}`;
		const to = path.includes('?') && query ? `${path}&${query.slice(1)}` : path + query;
		const form = Object.entries(sample?.form ?? {}).map(([name, value]) => [name, withNames(value)]);
		const { status, text } = await ask(who, 'POST', to, {
			...{ form: Object.fromEntries(form), accept: 'application/json' }
		});
		return ofAction(status, text);
	}
	const at = dataAt.get(route) ?? null;
	if (whole || at === null) {
		const { status, location } = await ask(who, request, path, { form: sample?.form, accept: 'text/html' });
		return ofPage(status, location);
	}
	// alone, without the layouts above it: what they ask protects nothing
	const [bare, query] = path.split('?');
	const alone = `${query ? `${query}&` : ''}x-sveltekit-invalidated=${'0'.repeat(at)}1`;
	const { status, text } = await ask(who, 'GET', `${bare}/__data.json?${alone}`, { accept: '*/*' });
	return ofData(status, text, at);
}

/** Some at a time: one's own machine serves the portal as well. */
async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
	const rest = [...all];
	await Promise.all(
		Array.from({ length: 8 }, async () => {
			for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
		})
	);
}

test('every route and every action has its line', () => {
	const found = routes.flatMap(({ id, requests }) => requests.map((request) => `${id} ${request}`));
	const lines = MATRIX.map(([route, request]) => `${route} ${request}`);
	expect(lines.toSorted()).toEqual(found.toSorted());
});

test('who has not seen the privacy notice is sent there, with the headers of every answer', async () => {
	const newcomer = await scene.town.resident('新人', 5);
	const cookie = `session=${await openSession(data, newcomer.personId, null)}`;
	const headers = { cookie, origin: portal.origin, accept: 'text/html' };
	const answer = await fetch(`${portal.origin}/me/messages?/read-all`, { method: 'POST', redirect: 'manual', headers });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/privacy-notice']);
	expectSafe(answer.headers);
});

describe('who may request what', () => {
	test.each(MATRIX.map((line) => [`${line[0]} ${line[1]}`, line] as const))('%s', async (_, line) => {
		const [, request, who, sample] = line;
		const answers: Record<string, Answer> = {};
		const note = async (one: Who) => void (answers[one] = await answerTo(one, line, false));
		const whole = async (one: Who | undefined) =>
			void (one && (answers[`${one}, the page`] = await answerTo(one, line, true)));
		const others = WHO.filter((one) => !who.includes(one));
		await inTurn(others, note);
		if (!sample?.spare) await inTurn(who, note);
		if (request === 'GET') await inTurn([...others.slice(0, 2), ...who.slice(0, 2)], whole);
		const should = (one: string): Answer => (who.includes(one.split(',')[0] as Who) ? 'allowed' : 'denied');
		const wrong = Object.entries(answers).filter(([one, answer]) => answer !== should(one));
		expect(wrong.map(([one, answer]) => `${one} is ${answer}, should be ${should(one)}`)).toEqual([]);
	});
});
