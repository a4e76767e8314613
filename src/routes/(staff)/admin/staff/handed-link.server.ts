import { renderSVG } from 'uqr';

/** A link that is handed to somebody: as text, and as a picture for their phone. Shown once, kept nowhere. */
export function handedLink(url: URL, path: string) {
	const address = url.origin + path;
	return { address, qr: renderSVG(address, { border: 2 }) };
}
