const LONGEST = 80;

/**
 * A file name to store and to offer for saving: the last part of any path, without characters that steer terminals,
 * reverse text or mean something to a file system, with the extension that its bytes have earned.
 */
export function safeName(given: string, extension: string): string {
	const base = given
		.normalize('NFC')
		.split(/[\\/]/)
		.at(-1)!
		.replace(/[\p{C}<>:"|?*]/gu, '')
		.replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	return `${[...base].slice(0, LONGEST).join('') || '附件'}.${extension}`;
}

/** Content-Disposition that names the file in every browser, in Chinese too (RFC 6266). */
export function disposition(name: string, inline: boolean): string {
	const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
	return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
