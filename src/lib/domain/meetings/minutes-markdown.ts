import type { MinutesNode } from './minutes-document.ts';
import { mentionText } from './minutes-mention.ts';

/** The minutes as Markdown: headings, paragraphs, lists, task lists and tables. Text that means something in Markdown is escaped. */
export function minutesMarkdown(root: MinutesNode): string {
	return blocks(root.content).join('\n\n').concat('\n');
}

function blocks(nodes: readonly MinutesNode[] = []): string[] {
	return nodes.map(blockText).filter((text) => text !== '');
}

function blockText(node: MinutesNode): string {
	switch (node.type) {
		case 'heading':
			return `${'#'.repeat(Math.min(6, Number(node.attrs?.level ?? 2)))} ${inline(node)}`;
		case 'bulletList':
			return list(node, () => '- ');
		case 'orderedList':
			return list(node, (i) => `${i + 1}. `);
		case 'taskList':
			return list(node, (_, item) => (item.attrs?.checked ? '- [x] ' : '- [ ] '));
		case 'blockquote':
			return blocks(node.content).join('\n\n').replace(/^/gm, '> ');
		case 'table':
			return table(node);
		case 'horizontalRule':
			return '---';
		case 'paragraph':
			return inline(node);
		default:
			return blocks(node.content).join('\n\n');
	}
}

function list(node: MinutesNode, mark: (i: number, item: MinutesNode) => string): string {
	return (node.content ?? [])
		.map((item, i) => mark(i, item) + blocks(item.content).join('\n').replaceAll('\n', '\n  '))
		.join('\n');
}

function table(node: MinutesNode): string {
	const rows = (node.content ?? []).map((row) =>
		(row.content ?? []).map((cell) => (cell.content ?? []).map(inline).join(' ').replaceAll('|', '\\|'))
	);
	const columns = Math.max(0, ...rows.map((row) => row.length));
	if (columns === 0) return '';
	const line = (cells: string[]) => `| ${Array.from({ length: columns }, (_, i) => cells[i] ?? '').join(' | ')} |`;
	const [head = [], ...body] = rows;
	return [line(head), line(Array(columns).fill('---')), ...body.map(line)].join('\n');
}

function inline(node: MinutesNode): string {
	if (node.text !== undefined) return marked(node);
	if (node.type === 'hardBreak') return '  \n';
	if (node.type === 'mention') return escape(mentionText(node.attrs));
	return (node.content ?? []).map(inline).join('');
}

function marked(node: MinutesNode): string {
	const types = new Set((node.marks ?? []).map((mark) => mark.type));
	let text = escape(node.text!);
	if (types.has('italic')) text = `*${text}*`;
	if (types.has('bold')) text = `**${text}**`;
	if (types.has('strike')) text = `~~${text}~~`;
	return text;
}

const escape = (text: string): string => text.replace(/[\\`*_[\]<>#~]/g, '\\$&');
