import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Inspected } from './kinds.ts';

/** Anything by which a browser would take a text for a page or a picture with scripts in it. */
const MARKUP = /<\s*(?:!doctype|!--|\?xml|html|head|body|script|style|svg|iframe|object|embed|img|link|meta|form|a\s)/i;
// A text has no control characters but tab, line feed, carriage return.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Plain text or CSV, in UTF-8 or GB 18030 as Chinese spreadsheets write it; kept as UTF-8. */
export function textKind(bytes: Buffer, name: string): Result<Inspected> {
	const text = decode(bytes);
	if (text === undefined || CONTROL.test(text) || MARKUP.test(text)) return refuse('attachments.type-refused');
	const csv = /\.csv$/i.test(name);
	return ok({
		mediaType: csv ? 'text/csv' : 'text/plain',
		extension: csv ? 'csv' : 'txt',
		// with its mark, by which spreadsheets know UTF-8
		bytes: Buffer.from(csv ? `\ufeff${text}` : text)
	});
}

function decode(bytes: Buffer): string | undefined {
	for (const encoding of ['utf-8', 'gb18030']) {
		try {
			return new TextDecoder(encoding, { fatal: true }).decode(bytes);
		} catch {
			// not in this encoding
		}
	}
	return undefined;
}
