import { error } from '@sveltejs/kit';
import { hasRoom, liveStream, MOST_TOPICS } from '#lib/server/platform/live-stream.ts';
import { theLiveHub } from '#lib/server/platform/process.ts';
import { draining } from '#lib/server/platform/shutdown.ts';
import { mayFollow } from '#lib/server/platform/topics.ts';
import type { RequestHandler } from './$types.ts';

/** News of the topics asked for, as far as the reader may follow them: `/live?topic=…&topic=…&after=<position>`. */
export const GET: RequestHandler = async ({ url, request, locals, getClientAddress }) => {
	const asked = [...new Set(url.searchParams.getAll('topic'))];
	if (!asked.length || asked.length > MOST_TOPICS) error(400, 'live-topics');
	const allowed = await Promise.all(
		asked.map(async (topic) => topic.length <= 200 && (await mayFollow(locals.ctx, topic)))
	);
	const topics = asked.filter((_, i) => allowed[i]);
	if (!topics.length) error(403, 'live-topics');

	const reader = locals.actor?.personId ?? getClientAddress();
	const hub = theLiveHub();
	if (!hub || draining() || !hasRoom(reader)) error(503, 'live-full');

	const after = positionOf(request.headers.get('last-event-id')) ?? positionOf(url.searchParams.get('after'));
	return new Response(liveStream(hub, reader, topics, after), {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
	});
};

const positionOf = (text: string | null): number | undefined =>
	text && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
