import { describe, expect, test } from 'vitest';
import { secure, sentTo, turnedAway } from './http.ts';

const ORIGIN = 'https://gongjian.example';
const request = (method: string, headers: Record<string, string>, path = '/') =>
	({ method, headers: new Headers(headers), url: ORIGIN + path }) as Request;

describe('turned away at the door', () => {
	test.each<[string, string, Record<string, string>, number | null]>([
		['a page of ours', 'POST', { origin: ORIGIN }, null],
		['a program, which sends no origin', 'POST', {}, null],
		['another site, as JSON', 'POST', { origin: 'https://evil.example', 'content-type': 'application/json' }, 403],
		['another site, deleting', 'DELETE', { origin: 'https://evil.example' }, 403],
		['a sandboxed page', 'PUT', { origin: 'null' }, 403],
		['another port of this host', 'POST', { origin: `${ORIGIN}:8443` }, 403],
		['a link on another site', 'GET', { origin: 'https://evil.example' }, null],
		['a large form without files', 'POST', { 'content-length': '2000000', 'content-type': 'text/plain' }, 413],
		[
			'a form with files',
			'POST',
			{ 'content-length': '2000000', 'content-type': 'multipart/form-data; boundary=x' },
			null
		]
	])('%s', (_, method, headers, status) => {
		expect(turnedAway(request(method, headers), ORIGIN)).toBe(status);
	});

	test.each(['/c/%00', '/?q=a%00b'])('a NUL in the address: %s', (path) => {
		expect(turnedAway(request('GET', {}, path), ORIGIN)).toBe(400);
	});
});

test('strict transport only behind TLS, and what a route has set stays', () => {
	const plain = secure(new Response(), { https: false, requestId: 'r1' }).headers;
	expect(plain.get('strict-transport-security')).toBeNull();
	expect(plain.get('x-frame-options')).toBe('DENY');
	expect(plain.get('x-request-id')).toBe('r1');
	const tls = secure(new Response(null, { headers: { 'referrer-policy': 'no-referrer' } }), {
		https: true,
		requestId: 'r2'
	});
	expect(tls.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
	expect(tls.headers.get('referrer-policy')).toBe('no-referrer');
});

test('what is no page loads nothing and runs nothing; a page keeps its own policy', () => {
	const policy = (response: Response) =>
		secure(response, { https: true, requestId: 'r' }).headers.get('content-security-policy');
	expect(policy(sentTo('/sign-in', { data: false, action: false }))).toMatch(
		/^default-src 'none'.*frame-ancestors 'none'/
	);
	expect(policy(new Response('', { headers: { 'content-security-policy': "script-src 'nonce-x'" } }))).toBe(
		"script-src 'nonce-x'"
	);
});

test('a redirect is told as it was asked for', async () => {
	const plain = sentTo('/me', { data: false, action: false });
	expect([plain.status, plain.headers.get('location')]).toEqual([303, '/me']);
	expect(await sentTo('/me', { data: true, action: false }).json()).toEqual({ type: 'redirect', location: '/me' });
	expect(await sentTo('/me', { data: false, action: true }).json()).toEqual({
		type: 'redirect',
		status: 303,
		location: '/me'
	});
});
