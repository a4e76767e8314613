import { ok, refuse, type Result } from '../../shared/result.ts';
import { COLUMNS, columnOf, headOf, type CellIssue, type ColumnKey } from './columns.ts';
import { readLine, type RegisterLine } from './line.ts';

export const MOST_ROWS = 10_000;

export interface ReadTable {
	lines: RegisterLine[];
	issues: CellIssue[];
	/** Headings that are not ours: what stands below them is left alone. */
	unknown: string[];
	/** Rows that say something, the wrong ones too. */
	rows: number;
}

/**
 * Reads the table as a spreadsheet shows it: the first row that is not empty holds the headings, in any order. Refuses a
 * table without the columns that are needed, without lines, or with too many.
 */
export function readTable(table: readonly (readonly string[])[], today: string): Result<ReadTable> {
	const top = table.findIndex((row) => row.some((text) => text.trim()));
	const headings = table[top] ?? [];
	const keys = headings.map(columnOf);
	const missing = COLUMNS.filter(({ key, required }) => required && !keys.includes(key));
	if (missing.length) {
		return refuse('import.columns-missing', { params: { columns: missing.map(({ head }) => head).join('、') } });
	}
	const twice = keys.find((key, i) => key && keys.indexOf(key) !== i);
	if (twice) return refuse('import.column-twice', { params: { column: headOf(twice) } });
	const issues: CellIssue[] = [];
	const lines: RegisterLine[] = [];
	let rows = 0;
	for (let i = top + 1; i < table.length; i++) {
		const cells = cellsOf(table[i]!, keys);
		if (!cells.size) continue;
		if (++rows > MOST_ROWS) return refuse('import.rows', { params: { most: MOST_ROWS } });
		const line = readLine(i + 1, cells, today, (issue) => issues.push(issue));
		if (line) lines.push(line);
	}
	if (!rows) return refuse('import.empty');
	const unknown = headings
		.filter((heading, i) => heading.trim() && !keys[i])
		.map((heading) => heading.trim().slice(0, 20));
	return ok({ lines, issues, unknown, rows });
}

function cellsOf(row: readonly string[], keys: readonly (ColumnKey | undefined)[]): Map<ColumnKey, string> {
	const cells = new Map<ColumnKey, string>();
	keys.forEach((key, i) => {
		const text = row[i]?.trim();
		if (key && text) cells.set(key, text);
	});
	return cells;
}
