import { describe, expect, it } from 'vitest';
import { isContent, saveState } from './save-state.ts';

const socket = { open: true, synced: true, sent: 1, settled: 1 };

describe('save state', () => {
	it.each([
		['nothing yet', { ...socket, open: false }, false, 'connecting'],
		['connection lost', { ...socket, open: false }, true, 'offline'],
		['all settled', socket, true, 'saved'],
		['one edit under way', { ...socket, sent: 2 }, true, 'unsaved'],
		// what was written without a connection has not been asked for yet
		['just connected', { ...socket, sent: 0, settled: 0 }, true, 'unsaved'],
		['not received yet', { ...socket, synced: false }, true, 'unsaved']
	] as const)('%s: %s', (_, account, everOpen, state) => {
		expect(saveState(account, everOpen)).toBe(state);
	});

	it('counts step 2 and updates, not questions and presence', () => {
		expect([[0, 0], [0, 1], [0, 2], [1, 2], [3]].map((frame) => isContent(Uint8Array.from(frame)))).toEqual([
			false,
			true,
			true,
			false,
			false
		]);
	});
});
