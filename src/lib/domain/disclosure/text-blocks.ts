import { readInline, type Inline } from './text-inline.ts';

/** One block of a disclosure's text: as much of Markdown as people write, and nothing that could run. */
export type Block =
	| { type: 'heading'; level: 3 | 4; text: Inline[] }
	| { type: 'paragraph'; lines: Inline[][] }
	| { type: 'list'; ordered: boolean; items: { text: Inline[]; checked: boolean | null }[] }
	| { type: 'quote'; lines: Inline[][] }
	| { type: 'table'; head: Inline[][]; rows: Inline[][][] }
	| { type: 'rule' };

const HEADING = /^(#{1,6}) +(.+)$/;
const ITEM = /^\s*(?:[-*•·]|(\d{1,3})[.)、．])\s*(?:\[([ xX])\] )?(.*)$/;
const BULLET = /^\s*(?:[-*•·] |\d{1,3}[.)] )/;
const TABLE_LINE = /^\|.*\|\s*$/;
const TABLE_RULE = /^\|(?:\s*:?-{3,}:?\s*\|)+\s*$/;

/** Reads a text into blocks: headings (#), lists (-, 1.), task lists, quotes (>), tables (|) and paragraphs. */
export function readBlocks(text: string): Block[] {
	const lines = text.replaceAll('\r\n', '\n').split('\n');
	const blocks: Block[] = [];
	for (let i = 0; i < lines.length;) {
		const end = endOfBlock(lines, i);
		const block = readBlock(lines.slice(i, end));
		if (block) blocks.push(block);
		i = end;
	}
	return blocks;
}

type LineKind = 'blank' | 'heading' | 'rule' | 'table' | 'quote' | 'bullet' | 'number' | 'text';

function kindOf(line: string): LineKind {
	if (!line.trim()) return 'blank';
	if (HEADING.test(line)) return 'heading';
	if (/^-{3,}\s*$/.test(line)) return 'rule';
	if (TABLE_LINE.test(line)) return 'table';
	if (line.startsWith('> ')) return 'quote';
	if (BULLET.test(line)) return /^\s*\d/.test(line) ? 'number' : 'bullet';
	return 'text';
}

/** A block goes on for as long as its lines are of one kind; a heading and a rule are one line. */
function endOfBlock(lines: readonly string[], start: number): number {
	const kind = kindOf(lines[start]!);
	if (kind === 'heading' || kind === 'rule' || kind === 'blank') return start + 1;
	let end = start + 1;
	while (end < lines.length && kindOf(lines[end]!) === kind) end++;
	return end;
}

function readBlock(lines: readonly string[]): Block | null {
	const kind = kindOf(lines[0]!);
	switch (kind) {
		case 'blank':
			return null;
		case 'heading': {
			const [, marks, words] = HEADING.exec(lines[0]!)!;
			return { type: 'heading', level: marks!.length > 2 ? 4 : 3, text: readInline(words!) };
		}
		case 'rule':
			return { type: 'rule' };
		case 'quote':
			return { type: 'quote', lines: lines.map((line) => readInline(line.slice(2))) };
		case 'bullet':
		case 'number':
			return { type: 'list', ordered: kind === 'number', items: lines.map(readItem) };
		case 'table':
			return readTableBlock(lines);
		case 'text':
			return { type: 'paragraph', lines: lines.map((line) => readInline(line.trim())) };
		default:
			return kind satisfies never;
	}
}

function readItem(line: string): { text: Inline[]; checked: boolean | null } {
	const [, , box, words] = ITEM.exec(line)!;
	return { text: readInline(words!), checked: box === undefined ? null : box !== ' ' };
}

function readTableBlock(lines: readonly string[]): Block {
	const [head, ...rows] = lines
		.filter((line) => !TABLE_RULE.test(line))
		.map((line) =>
			line
				.trim()
				.slice(1, -1)
				.split(/(?<!\\)\|/)
				.map((cell) => readInline(cell.trim()))
		);
	return { type: 'table', head: head ?? [], rows };
}
