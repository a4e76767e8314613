/** Where to go after signing in: a path of this site, else `fallback`. Refuses other sites however they are spelt. */
export function nextPath(next: unknown, fallback = '/'): string {
	if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || hasControl(next)) return fallback;
	const here = 'http://here.invalid';
	const url = URL.parse(next, here);
	if (url?.origin !== here) return fallback;
	return url.pathname.startsWith('//') ? fallback : url.pathname + url.search + url.hash;
}

const hasControl = (text: string) => [...text].some((c) => c < ' ' || c === '\u007f');
