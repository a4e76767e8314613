import { describe, expect, test } from 'vitest';
import { secure, turnedAway } from './http.ts';

const ORIGIN = 'https://gongjian.example';
const request = (method: string, headers: Record<string, string>) =>
	({ method, headers: new Headers(headers) }) as Request;

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
