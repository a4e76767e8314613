import { isBankCard, isIdNumber } from './check-digits.ts';
import { NAME_COLUMN, namesIn } from './names.ts';
import { maskOf } from './masks.ts';
import type { TextTable } from './text-table.ts';

export const FINDING_KINDS = ['id-number', 'bank-card', 'phone', 'plate', 'address', 'name'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something in a text that may belong to one person, and how it would read masked. */
export interface Finding {
	kind: FindingKind;
	/** As it stands in the text. */
	text: string;
	masked: string;
	/** The words around it. */
	around: string;
}

/** What was decided about a finding: masked, or kept for a reason (who agreed, which rule asks for it). */
export interface Decided {
	kind: FindingKind;
	text: string;
	masked: string;
	decision: 'mask' | 'keep';
	reason?: string;
}

const SEPARATED = '[ \\t·-]?';
const PATTERNS: [FindingKind, RegExp, (text: string) => boolean][] = [
	['id-number', /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g, isIdNumber],
	['bank-card', /(?<![\dA-Za-z])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/g, (t) => isBankCard(digits(t))],
	[
		'phone',
		new RegExp(`(?<![\\dA-Za-z])1[3-9]\\d${SEPARATED}\\d{4}${SEPARATED}\\d{4}(?![\\dA-Za-z])`, 'g'),
		() => true
	],
	[
		'plate',
		/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?(?=[A-Z]*\d)[A-HJ-NP-Z\d]{5,6}(?![\dA-Za-z])/g,
		() => true
	],
	// A door, not a building: 3号楼2单元501, 12栋0803室, 3-2-501.
	[
		'address',
		/\d{1,3} ?(?:号楼|号院|栋|幢|座|楼)(?:甲|乙|丙)? ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})? ?(?:单元|门)? ?\d{3,4}(?!\d)(?: ?[室户号])?|(?<![\d-])\d{1,3}-\d{1,2}-\d{3,4}(?![\d-])/g,
		() => true
	]
];

/**
 * What in a text, its title and its table may be somebody's personal data, each once, in reading order: identity numbers
 * and bank cards with their check digits, mobile phones, number plates, doors of homes, and names that stand beside one of
 * these or in a column of names. A warning, not a proof: what it does not know it does not find.
 */
export function scan({ title, body, table }: { title: string; body: string; table: TextTable | null }): Finding[] {
	const found = [...title.split('\n'), ...body.split(/\r?\n/)].flatMap(scanLine);
	if (table) found.push(...scanTable(table));
	return [...new Map(found.map((finding) => [`${finding.kind}:${finding.text}`, finding])).values()];
}

function scanLine(written: string): Finding[] {
	const line = plainDigits(written);
	const taken: { from: number; to: number }[] = [];
	const found: (Finding & { from: number })[] = [];
	const take = (kind: FindingKind, from: number, text: string) => {
		const to = from + text.length;
		if (taken.some((span) => from < span.to && to > span.from)) return;
		taken.push({ from, to });
		const original = written.slice(from, to);
		const around = written.slice(Math.max(0, from - 12), to + 12).trim();
		found.push({ kind, text: original, masked: maskOf(kind, original), around, from });
	};
	for (const [kind, pattern, holds] of PATTERNS) {
		for (const match of line.matchAll(pattern)) if (holds(match[0])) take(kind, match.index, match[0]);
	}
	if (found.length) for (const { index, text } of namesIn(line)) take('name', index, text);
	return found.sort((a, b) => a.from - b.from).map(({ from: _, ...finding }) => finding);
}

function scanTable({ head, rows }: TextTable): Finding[] {
	const names = head.map((cell) => NAME_COLUMN.test(cell));
	return rows.flatMap((row) => [
		...row.flatMap((cell, i) =>
			names[i] && /^\p{Script=Han}{2,4}$/u.test(cell)
				? [{ kind: 'name' as const, text: cell, masked: maskOf('name', cell), around: row.join(' ') }]
				: []
		),
		...scanLine(row.join(' '))
	]);
}

/** Full-width digits and letters as plain ones, place for place. */
const plainDigits = (text: string): string =>
	text.replace(/[０-９Ａ-Ｚａ-ｚ－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

const digits = (text: string): string => text.replace(/\D/g, '');
