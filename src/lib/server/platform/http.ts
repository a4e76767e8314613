/** Forms with files may be large (BODY_SIZE_LIMIT, see server.ts); everything else that large is no honest request. */
const MOST_BYTES_WITHOUT_FILES = 1024 * 1024;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request is turned away before anybody looks at it: its address has a NUL in it, which PostgreSQL takes in no
 * text; another site's page sent it; or it is too large. Kit itself checks the origin of forms only.
 */
export function turnedAway({ method, headers, url }: Request, origin: string): 400 | 403 | 413 | null {
	if (url.includes('%00')) return 400;
	if (SAFE.has(method)) return null;
	const from = headers.get('origin');
	if (from && from !== origin) return 403;
	const withFiles = headers.get('content-type')?.startsWith('multipart/form-data');
	return !withFiles && Number(headers.get('content-length')) > MOST_BYTES_WITHOUT_FILES ? 413 : null;
}

/** Where a secret ballot is cast nobody is asked who they are, also if a session comes along. */
export function takesNoCookie(routeId: string | null): boolean {
	return routeId === '/api/v1/votes/[id]/ballots';
}

const HEADERS: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	// not `no-referrer`: browsers then send forms with `Origin: null`
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	// camera: check-in codes; geolocation: where a case is
	'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()'
};

/** For whatever is no page (Kit gives those their own): a redirect, a refusal, data. It loads nothing and runs nothing. */
const NO_CONTENT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * A redirect made before a page is asked, as whoever asked expects it: a page's own script (`data`, `action`) is told in
 * JSON, everybody else by 303.
 */
export function sentTo(location: string, asked: { data: boolean; action: boolean }): Response {
	if (asked.data) return Response.json({ type: 'redirect', location });
	if (asked.action) return Response.json({ type: 'redirect', status: 303, location });
	return new Response(null, { status: 303, headers: { location } });
}

/** Puts the security headers on an answer, and the request's id. */
export function secure(response: Response, { https, requestId }: { https: boolean; requestId: string }): Response {
	const { headers } = response;
	for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', NO_CONTENT_POLICY);
	if (https) headers.set('strict-transport-security', 'max-age=31536000');
	headers.set('x-request-id', requestId);
	return response;
}
