// Keeps the parts of a plain HTML page that are marked `data-live` up to date. The page says what it follows:
// <script type="module" src="/live.js" data-topics="vote:…"></script>. Without it, or offline, a reload shows the same.

const topics = document.querySelector('script[data-topics]').dataset.topics.split(' ');
const PAUSE_MS = 1000;
const RETRY_MS = 10_000;

let source = null;
let seen = document.documentElement.dataset.live;
let reading = false;
let more = false;
/** When somebody pressed a link or sent a form: loading this page anew would break off their way. */
let leftAt = -Infinity;
addEventListener('beforeunload', () => (leftAt = performance.now()));
const leaving = () => performance.now() - leftAt < RETRY_MS;

function follow() {
	source?.close();
	if (document.hidden) return;
	const query = new URLSearchParams(topics.map((topic) => ['topic', topic]));
	if (seen) query.set('after', seen);
	source = new EventSource(`/live?${query}`);
	source.onmessage = ({ lastEventId }) => {
		seen = lastEventId;
		readAgain();
	};
	// the browser reconnects by itself unless the server refused; then it may have been full or restarting
	source.onerror = ({ target }) => {
		if (target.readyState === EventSource.CLOSED) setTimeout(() => target === source && follow(), RETRY_MS);
	};
}

/** Reads the page again, at most once a second however many vote at once. */
async function readAgain() {
	more = true;
	if (reading) return;
	reading = true;
	while (more) {
		more = false;
		// without a connection the parts stay as they are; the next news tries again
		const answer = await fetch(location.pathname).catch(() => null);
		if (answer?.ok && !leaving()) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
		more ||= leaving();
		await new Promise((resume) => setTimeout(resume, PAUSE_MS));
	}
	reading = false;
}

/**
 * Parts of the same name take each other's place. Where the page has become another one (`data-live` changed) it is
 * loaded as a whole, unless somebody is writing in it: what is typed is not lost.
 */
function show(page) {
	for (const part of document.querySelectorAll('[data-live]:not(html)')) {
		const fresh = page.getElementById(part.id);
		if (fresh?.dataset.live !== part.dataset.live && !writing()) return location.replace(location.pathname);
		if (fresh && fresh.innerHTML !== part.innerHTML && !writing(part)) part.innerHTML = fresh.innerHTML;
	}
}

const writing = (part = document) =>
	[...part.querySelectorAll('textarea, input:not([type="radio"], [type="checkbox"])')].some(
		(field) => field.value !== field.defaultValue
	);

document.addEventListener('visibilitychange', () => {
	follow();
	if (!document.hidden) readAgain();
});
follow();

// why a form was not taken is read out first
document.querySelector('[role="alert"]')?.focus();
