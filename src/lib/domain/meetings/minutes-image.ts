import type { MinutesNode } from './minutes-document.ts';

type Attributes = Readonly<Record<string, unknown>> | undefined;

/** A picture in the minutes: kept by the portal, named by its file, never by an address. */
export interface MinutesImage {
	file: string;
	/** What is seen on it, for those who do not see it. */
	alt: string;
	/** May be shown to everybody once the minutes are disclosed. */
	open: boolean;
}

const FILE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The picture that a node means; null where a client wrote something else into it. */
export function imageOf(attributes: Attributes): MinutesImage | null {
	const file = attributes?.file;
	if (typeof file !== 'string' || !FILE.test(file)) return null;
	return { file, alt: String(attributes?.alt ?? ''), open: attributes?.open === true };
}

/** Where its bytes are read, by whoever may read them. */
export const imageHref = ({ file }: Pick<MinutesImage, 'file'>): string => `/minutes-images/${file}`;

/** A picture as words, where none can be shown. */
export const imageText = (attributes: Attributes): string => `［图片：${String(attributes?.alt ?? '')}］`;

/** Pixels as a client claims them; null where it is no number of pixels. */
export const pixels = (claimed: unknown): number | null =>
	Number.isInteger(claimed) && Number(claimed) > 0 && Number(claimed) <= 20_000 ? Number(claimed) : null;

/** All pictures of a text, each once. */
export function imagesIn(root: MinutesNode): MinutesImage[] {
	const found = new Map<string, MinutesImage>();
	const walk = (node: MinutesNode): void => {
		const image = node.type === 'image' ? imageOf(node.attrs) : null;
		// shown to everybody only where it is everywhere said so
		if (image) found.set(image.file, { ...image, open: image.open && found.get(image.file)?.open !== false });
		node.content?.forEach(walk);
	};
	walk(root);
	return [...found.values()];
}

/** The text as everybody may read it: pictures that are not for everybody are words. */
export function withoutClosedImages(root: MinutesNode): MinutesNode {
	const open = new Set(imagesIn(root).flatMap((image) => (image.open ? [image.file] : [])));
	const cut = (node: MinutesNode): MinutesNode => {
		if (node.type === 'image' && !open.has(imageOf(node.attrs)?.file ?? '')) {
			const words = [{ type: 'text', text: imageText(node.attrs) }];
			return { type: 'paragraph', attrs: { id: node.attrs?.id }, content: words };
		}
		return node.content ? { ...node, content: node.content.map(cut) } : node;
	};
	return cut(root);
}
