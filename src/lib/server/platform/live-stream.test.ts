import { expect, test } from 'vitest';
import type { LiveHub } from './live.ts';
import { closeStreams, hasRoom, liveStream } from './live-stream.ts';

test('a reader who goes away at once gives the place back, and ends nothing else', async () => {
	let followed = 0;
	const hub = { follow: async () => (followed++, () => void followed--) } as unknown as LiveHub;
	const streams = Array.from({ length: 12 }, () => liveStream(hub, 'reader', []));
	expect(hasRoom('reader')).toBe(false);
	await streams[0]!.cancel();
	expect(hasRoom('reader')).toBe(true);
	expect(followed).toBe(11);
	closeStreams();
	expect(followed).toBe(0);
});
