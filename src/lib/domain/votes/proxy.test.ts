import { expect, test } from 'vitest';
import { mayGiveProxies, withinCap } from './proxy.ts';

const END = new Date('2026-11-26T12:00:00Z');
const BEFORE = new Date('2026-11-26T11:59:59Z');
const vote = { secrecy: 'open', state: 'open', rule: { proxyCap: 2 } } as const;

test.each([
	[vote, BEFORE, null],
	[{ ...vote, state: 'announced' } as const, BEFORE, 'votes.not-open-yet'],
	[{ ...vote, rule: { proxyCap: null } }, BEFORE, null],
	[{ ...vote, secrecy: 'sealed' } as const, BEFORE, null],
	[vote, END, 'votes.closed'],
	[{ ...vote, state: 'draft' } as const, BEFORE, 'votes.not-open-yet'],
	[{ ...vote, state: 'counting' } as const, BEFORE, 'votes.closed'],
	[{ ...vote, rule: { proxyCap: 0 } }, BEFORE, 'votes.takes-no-proxies'],
	[{ ...vote, secrecy: 'secret' } as const, BEFORE, 'votes.takes-no-proxies']
])('%o at %s: %s', (of, now, code) => {
	const answer = mayGiveProxies(of, now, END);
	expect(answer.ok ? null : answer.refusal.code).toBe(code);
});

test.each([
	[2, 1, true],
	[2, 2, false],
	[0, 0, false],
	[null, 500, true]
])('with a cap of %s, an agent of %s entries may take one more: %s', (cap, held, may) => {
	expect(withinCap(cap, held).ok).toBe(may);
});
