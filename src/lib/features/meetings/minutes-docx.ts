/** Minutes as a Word document (Office Open XML). Made on the server only: the library is large. */
import {
	BorderStyle,
	Document,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	WidthType,
	type IParagraphOptions
} from 'docx';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { docxImage } from './docx-image.ts';
import { docxText } from './docx-text.ts';
import { INDENT, NUMBERED, PAGE, STYLES, footer, headingOf, numbering } from './docx-style.ts';

type Block = Paragraph | Table;

/** Where a block stands: how deep in lists, in a quote or not, and what marks its first line. */
interface Place {
	depth: number;
	quoted: boolean;
	/** Taken by the first paragraph. */
	marker: Marker | null;
}
type Marker = { bullet: true } | { number: number } | { task: boolean };

/** A4 with the title on top; every node that minutes know, words of any other kept. `images`: bytes by file. */
export async function minutesDocx(
	title: string,
	root: MinutesNode,
	images: ReadonlyMap<string, Uint8Array> = new Map()
): Promise<Uint8Array<ArrayBuffer>> {
	let lists = 0;

	function blocks(nodes: readonly MinutesNode[] = [], place: Place): Block[] {
		const inside = { ...place };
		return nodes.flatMap((node) => {
			const made = block(node, inside);
			inside.marker = null;
			return made;
		});
	}

	function block(node: MinutesNode, place: Place): Block[] {
		switch (node.type) {
			case 'heading':
				return [new Paragraph({ heading: headingOf(node), children: docxText(node) })];
			case 'paragraph':
				return [paragraph(node, place)];
			case 'bulletList':
				return list(node, place, () => ({ bullet: true }));
			case 'orderedList': {
				const number = lists++;
				return list(node, place, () => ({ number }));
			}
			case 'taskList':
				return list(node, place, (item) => ({ task: item.attrs?.checked === true }));
			case 'blockquote':
				return blocks(node.content, { ...place, quoted: true });
			case 'horizontalRule':
				return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'auto' } } })];
			case 'image':
				return docxImage(node, images);
			case 'table':
				return table(node);
			default:
				return blocks(node.content, place);
		}
	}

	const list = (node: MinutesNode, place: Place, markerOf: (item: MinutesNode) => Marker): Block[] =>
		(node.content ?? []).flatMap((item) =>
			blocks(item.content, { ...place, depth: place.depth + 1, marker: markerOf(item) })
		);

	function table(node: MinutesNode): Block[] {
		const rows = (node.content ?? []).filter((row) => row.content?.length);
		if (rows.length === 0) return [];
		const top: Place = { depth: 0, quoted: false, marker: null };
		const cell = (one: MinutesNode) =>
			new TableCell({
				columnSpan: spanOf(one.attrs?.colspan),
				rowSpan: spanOf(one.attrs?.rowspan),
				...(one.type === 'tableHeader' ? { shading: { fill: 'EEEEEE' } } : {}),
				margins: { top: 60, bottom: 60, left: 100, right: 100 },
				children: one.content?.length ? blocks(one.content, top) : [new Paragraph('')]
			});
		const isHead = (row: MinutesNode) => row.content!.every((one) => one.type === 'tableHeader');
		const width = { size: 100, type: WidthType.PERCENTAGE };
		return [
			new Table({
				width,
				rows: rows.map((row) => new TableRow({ tableHeader: isHead(row), children: row.content!.map(cell) }))
			}),
			// Word joins two tables that touch
			new Paragraph('')
		];
	}

	const document = new Document({
		title,
		creator: '',
		styles: STYLES,
		numbering: { config: [numbering] },
		sections: [
			{
				properties: { page: PAGE },
				footers: { default: footer(title) },
				children: [
					new Paragraph({ style: 'Title', children: docxText({ type: 'text', text: title }) }),
					...blocks(root.content, { depth: 0, quoted: false, marker: null })
				]
			}
		]
	});
	return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraph(node: MinutesNode, { depth, quoted, marker }: Place): Paragraph {
	const options: IParagraphOptions = {
		children: docxText(node, marker && 'task' in marker ? (marker.task ? '☑ ' : '☐ ') : ''),
		indent: { left: INDENT * (depth + (quoted ? 1 : 0)) },
		...(quoted ? { border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '999999' } } } : {})
	};
	if (marker && 'bullet' in marker) return new Paragraph({ ...options, bullet: { level: Math.min(8, depth - 1) } });
	if (marker && 'number' in marker) {
		const level = Math.min(8, depth - 1);
		return new Paragraph({ ...options, numbering: { reference: NUMBERED, level, instance: marker.number } });
	}
	return new Paragraph(options);
}

/** A client may claim that a cell spans anything. */
const spanOf = (claimed: unknown): number =>
	Number.isInteger(claimed) && Number(claimed) > 1 && Number(claimed) <= 50 ? Number(claimed) : 1;
