import type { MinutesNode } from './minutes-document.ts';
import { imageHref, imageOf, imageText } from './minutes-image.ts';
import { mentionText } from './minutes-mention.ts';

/**
 * The minutes as Markdown: headings, paragraphs, lists, task lists and tables. Text that means something in Markdown is
 * escaped. Pictures are words, or links below `origin`.
 */
export function minutesMarkdown(root: MinutesNode, origin?: string): string {
	return blocks(withAddresses(root, origin).content).join('\n\n').concat('\n');
}

/** Tells every picture where it is to be found, or that it is nowhere: what a client wrote there is no address. */
function withAddresses(node: MinutesNode, origin: string | undefined): MinutesNode {
	if (node.type === 'image') {
		const image = imageOf(node.attrs);
		return { ...node, attrs: { ...node.attrs, href: origin && image ? origin + imageHref(image) : null } };
	}
	return node.content ? { ...node, content: node.content.map((one) => withAddresses(one, origin)) } : node;
}

function image({ attrs }: MinutesNode): string {
	if (typeof attrs?.href !== 'string') return escape(imageText(attrs));
	return `![${escape(String(attrs.alt ?? ''))}](${attrs.href})`;
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
		case 'image':
			return image(node);
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
	if (node.type === 'image') return image(node);
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
