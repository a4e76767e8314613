/** Forms with files may be large (BODY_SIZE_LIMIT, see server.ts); everything else that large is no honest request. */
const MOST_BYTES_WITHOUT_FILES = 1024 * 1024;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request is turned away before anybody looks at it: another site's page sent it, or it is too large. Kit itself
 * checks the origin of forms only.
 */
export function turnedAway({ method, headers }: Request, origin: string): 403 | 413 | null {
	if (SAFE.has(method)) return null;
	const from = headers.get('origin');
	if (from && from !== origin) return 403;
	const withFiles = headers.get('content-type')?.startsWith('multipart/form-data');
	return !withFiles && Number(headers.get('content-length')) > MOST_BYTES_WITHOUT_FILES ? 413 : null;
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

/** Puts the security headers on an answer (the content security policy of pages is Kit's), and the request's id. */
export function secure(response: Response, { https, requestId }: { https: boolean; requestId: string }): Response {
	const { headers } = response;
	for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
	if (https) headers.set('strict-transport-security', 'max-age=31536000');
	headers.set('x-request-id', requestId);
	return response;
}
