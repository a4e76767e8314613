import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/** What a page hears: ids and public figures only, enough to know that it should read again. */
export interface LiveNews {
	topic?: string;
	kind: string;
	payload?: Record<string, unknown>;
}

interface Following {
	topics: string[];
	onNews: (news: LiveNews) => unknown;
}

const RETRY_MS = 10_000;
/** A tab in the background lets go of its connection: browsers allow only a few to one server. */
const HIDDEN_MS = 20_000;

const followings = new Set<Following>();
let source: EventSource | null = null;
let followed = '';
let seen: number | undefined;
let settle: ReturnType<typeof setTimeout> | undefined;

/**
 * Reads the page again. Not while somebody is on the way to another one: that would break off the way, and the link they
 * pressed would lead nowhere.
 */
export async function readAgain(): Promise<void> {
	while (navigating.complete) await Promise.allSettled([navigating.complete]);
	await invalidateAll();
}

/**
 * Follows live topics for as long as the component lives, and reads the page again when something happened (or
 * calls `onNews`). All components of a page share one connection. The page is the same without it, after a reload.
 */
export function followLive(topics: () => string[], onNews: (news: LiveNews) => unknown = readAgain): void {
	$effect(() => {
		const following = { topics: topics(), onNews };
		if (!following.topics.length) return;
		followings.add(following);
		connectSoon();
		return () => {
			followings.delete(following);
			connectSoon();
		};
	});
	$effect(() => {
		document.addEventListener('visibilitychange', onVisibility);
		return () => document.removeEventListener('visibilitychange', onVisibility);
	});
}

const onVisibility = () => connectSoon(document.hidden ? HIDDEN_MS : 0);

/** Waits until the components of a navigation have come and gone, then connects once. */
function connectSoon(ms = 0) {
	clearTimeout(settle);
	settle = setTimeout(connect, ms);
}

function connect() {
	const topics = [...new Set([...followings].flatMap((f) => f.topics))].sort();
	const wanted = document.hidden ? '' : topics.join(' ');
	if (wanted === followed && source?.readyState !== EventSource.CLOSED) return;
	source?.close();
	source = null;
	followed = wanted;
	if (!wanted) return;

	seen ??= Number(document.documentElement.dataset.live) || undefined;
	const query = new URLSearchParams(topics.map((topic) => ['topic', topic]));
	if (seen !== undefined) query.set('after', String(seen));
	source = new EventSource(`/live?${query}`);
	source.onmessage = ({ lastEventId, data }) => {
		seen = Math.max(seen ?? 0, Number(lastEventId));
		tell(JSON.parse(data) as LiveNews);
	};
	// the browser reconnects by itself unless the server refused; then it may have been full or restarting
	source.onerror = () => {
		if (source?.readyState === EventSource.CLOSED) connectSoon(RETRY_MS);
	};
}

/** One call for each component, however many of its topics are touched; a reset reaches all. */
function tell(news: LiveNews) {
	const called = new Set<Following['onNews']>();
	for (const { topics, onNews } of followings) {
		if ((news.topic && !topics.includes(news.topic)) || called.has(onNews)) continue;
		called.add(onNews);
		onNews(news);
	}
}
