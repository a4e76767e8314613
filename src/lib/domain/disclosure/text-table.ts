import { ok, refuse, type Result } from '../shared/result.ts';

/** A table beside the text, as published: every row as wide as its head. */
export interface TextTable {
	head: string[];
	rows: string[][];
}

const MOST_COLUMNS = 12;
const MOST_ROWS = 500;
const TOTAL = /^(合\s*计|总\s*计|total)$/i;

/**
 * A table as it is pasted from a spreadsheet (cells apart by tabs) or typed (by commas), its first line the head. Empty
 * text is no table. Refusals: `disclosure.table-uneven`, `disclosure.table-too-large`, `disclosure.table-sum`.
 */
export function readTable(text: string): Result<TextTable | null> {
	const lines = text.split(/\r?\n/).filter((line) => line.trim());
	if (!lines.length) return ok(null);
	const apart = lines.some((line) => line.includes('\t')) ? /\t/ : /[,，]/;
	const [head, ...rows] = lines.map((line) => line.split(apart).map((cell) => cell.trim()));
	if (!rows.length || head!.length < 2) return refuse('disclosure.table-uneven', { params: { line: 1 } });
	if (head!.length > MOST_COLUMNS || rows.length > MOST_ROWS) return refuse('disclosure.table-too-large');
	const uneven = rows.findIndex((row) => row.length !== head!.length);
	if (uneven >= 0) return refuse('disclosure.table-uneven', { params: { line: uneven + 2 } });
	const table = { head: head!, rows };
	const wrong = wrongSum(table);
	return wrong ? refuse('disclosure.table-sum', { params: wrong }) : ok(table);
}

/** As it is typed again: cells apart by tabs. */
export const writeTable = (table: TextTable | null): string =>
	table ? [table.head, ...table.rows].map((row) => row.join('\t')).join('\n') : '';

/** A last row that says 合计 must be the sum of those above it, in every column of figures. */
function wrongSum({ head, rows }: TextTable): { column: string; said: string; sum: string } | null {
	const last = rows.at(-1)!;
	if (!TOTAL.test(last[0]!)) return null;
	for (let i = 1; i < head.length; i++) {
		const figures = rows.map((row) => readFigure(row[i]!));
		const said = figures.pop();
		if (said == null || figures.length === 0 || figures.some((figure) => figure === null)) continue;
		const sum = figures.reduce((a, b) => a! + b!, 0n)!;
		if (sum !== said) return { column: head[i]!, said: writeFigure(said), sum: writeFigure(sum) };
	}
	return null;
}

/** 1,234.50 → 123450 hundredths; null for what is no figure. */
function readFigure(cell: string): bigint | null {
	const found = /^([-−]?)[¥￥]?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,2}))?\s*元?$/.exec(cell);
	if (!found) return null;
	const value = BigInt(found[2]!.replaceAll(',', '')) * 100n + BigInt((found[3] ?? '').padEnd(2, '0'));
	return found[1] ? -value : value;
}

function writeFigure(hundredths: bigint): string {
	const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
	const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
	return `${hundredths < 0n ? '-' : ''}${whole}${digits.endsWith('00') ? '' : `.${digits.slice(-2)}`}`;
}
