const LAST = 10_000;

/** The page of a list that an address asks for (`?page=3`), from 1; whatever is no such number is the first. */
export function pageNumber(url: URL): number {
	return Math.min(LAST, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
}
