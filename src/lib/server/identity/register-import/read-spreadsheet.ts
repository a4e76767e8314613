import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { unpacksWithin } from './unpacked-size.ts';

export const MOST_BYTES = 5 * 1024 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;
const OLD_EXCEL = 'd0cf11e0';

/**
 * The cells of an uploaded spreadsheet as texts: XLSX (its first sheet) or CSV in UTF-8, UTF-16 or GB18030, as Excel in China
 * saves it, told apart by the bytes. Numbers come as they are written, never through a float's rounding.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Result<string[][]>> {
	if (!bytes.length) return refuse('import.empty');
	if (bytes.length > MOST_BYTES) return refuse('import.bytes', { params: { megabytes: MOST_BYTES / 1024 / 1024 } });
	const start = bytes.toString('hex', 0, 4);
	if (start === OLD_EXCEL) return refuse('import.old-excel');
	return start.startsWith('504b') ? readXlsx(bytes) : readCsv(bytes);
}

async function readXlsx(bytes: Buffer): Promise<Result<string[][]>> {
	if (!unpacksWithin(bytes, MOST_UNPACKED)) return refuse('import.broken');
	try {
		const rows = await readSheet(bytes, { parseNumber: (text) => new Written(text) as unknown as number });
		return ok(rows.map((row) => row.map(cellText)));
	} catch {
		// whatever the library stumbles over, the file is not one that Excel wrote
		return refuse('import.broken');
	}
}

/** A number as the file writes it. */
class Written {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}

function cellText(cell: unknown): string {
	if (cell instanceof Written) return decimalText(cell.text);
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	if (typeof cell === 'boolean') return cell ? '是' : '否';
	return cell === null || cell === undefined ? '' : String(cell);
}

/** Excel stores 89.45 as 89.450000000000003 and shows 15 digits of it: so do we. 1.38E10 is a phone number. */
export function decimalText(written: string): string {
	if (/^-?\d{1,15}$/.test(written) || /^-?\d{1,9}\.\d{1,6}$/.test(written)) return written;
	const number = Number(written);
	if (!Number.isFinite(number)) return written;
	if (Number.isInteger(number)) return BigInt(number).toString();
	return number.toPrecision(15).replace(/\.?0+$/, '');
}

function readCsv(bytes: Buffer): Result<string[][]> {
	const text = decoded(bytes);
	if (text === null || text.includes('\0')) return refuse('import.encoding');
	const [first = ''] = text.split(/\r?\n/, 1);
	const delimiter = [',', '\t', ';'].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
	try {
		return ok(parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }));
	} catch {
		return refuse('import.broken');
	}
}

function decoded(bytes: Buffer): string | null {
	const marks: [string, string][] = [
		['fffe', 'utf-16le'],
		['feff', 'utf-16be']
	];
	const marked = marks.find(([mark]) => bytes.toString('hex', 0, 2) === mark)?.[1];
	for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
		try {
			return new TextDecoder(encoding, { fatal: true }).decode(bytes);
		} catch {
			// not in this encoding: the next one
		}
	}
	return null;
}
