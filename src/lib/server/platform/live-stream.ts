import type { Follower, LiveHub } from './live.ts';

/** Bytes a slow reader may have waiting before its stream is cut; it comes back with its last position. */
const MOST_WAITING = 256 * 1024;
const HEARTBEAT_MS = 15_000;
/** A stream ends after about a minute and its browser asks anew: that is when rights are looked at again. */
const LIFE_MS = 60_000;
const MOST_STREAMS = 5_000;
const MOST_PER_READER = 12;
export const MOST_TOPICS = 20;

const open = new Map<() => void, string>();

/** May this reader (person or address) open one more stream? */
export function hasRoom(reader: string): boolean {
	if (open.size >= MOST_STREAMS) return false;
	let own = 0;
	for (const other of open.values()) if (other === reader) own++;
	return own < MOST_PER_READER;
}

/** Ends all streams, so that the server can close. */
export function closeStreams(): void {
	for (const close of [...open.keys()]) close();
}

/** Server-sent events of these topics, from position `after` on. Each carries its position as the event's id. */
export function liveStream(
	hub: LiveHub,
	reader: string,
	topics: string[],
	after?: number
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	let leave = () => {};
	return new ReadableStream<Uint8Array<ArrayBuffer>>(
		{
			start(controller) {
				let unfollow = () => {};
				let closed = false;
				leave = () => {
					closed = true;
					clearInterval(heartbeat);
					clearTimeout(life);
					open.delete(close);
					unfollow();
				};
				const close = () => {
					if (closed) return;
					leave();
					controller.close();
				};
				const write = (text: string) => {
					if (closed) return;
					controller.enqueue(encoder.encode(text));
					if ((controller.desiredSize ?? 0) < 0) close();
				};
				const event = (position: number, data: object) => write(`id: ${position}\ndata: ${JSON.stringify(data)}\n\n`);
				const follower: Follower = {
					topics: new Set(topics),
					send: ({ position, topic, kind, payload }) => event(position, { topic, kind, payload }),
					reset: (position) => event(position, { kind: 'reset' })
				};
				const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS);
				const life = setTimeout(close, LIFE_MS * (0.75 + Math.random() / 2));
				open.set(close, reader);
				write(`retry: 2000\n: ${topics.length}\n\n`);
				hub.follow(follower, after).then((stop) => {
					unfollow = stop;
					if (closed) stop();
				}, close);
			},
			// the reader went away: the stream is closed already
			cancel: () => leave()
		},
		new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING })
	);
}
