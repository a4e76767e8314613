/** Words with their marks. */
export interface Inline {
	text: string;
	bold?: boolean;
	italic?: boolean;
	struck?: boolean;
}

const MARKS: [open: string, mark: 'bold' | 'italic' | 'struck'][] = [
	['**', 'bold'],
	['~~', 'struck'],
	['*', 'italic']
];

/** Reads **bold**, *italic*, ~~struck~~ and escapes (\*); a mark that is not closed is a character like any other. */
export function readInline(text: string): Inline[] {
	const parts: Inline[] = [];
	let plain = '';
	const flush = () => {
		if (plain) parts.push({ text: plain });
		plain = '';
	};
	for (let i = 0; i < text.length;) {
		if (text[i] === '\\' && i + 1 < text.length && /[\\`*_[\]<>#~|]/.test(text[i + 1]!)) {
			plain += text[i + 1];
			i += 2;
			continue;
		}
		const found = MARKS.find(([open]) => text.startsWith(open, i));
		const close = found ? closing(text, found[0], i + found[0].length) : -1;
		if (found && close > i + found[0].length) {
			flush();
			const inside = readInline(text.slice(i + found[0].length, close));
			parts.push(...inside.map((part) => ({ ...part, [found[1]]: true })));
			i = close + found[0].length;
			continue;
		}
		plain += text[i];
		i++;
	}
	flush();
	return parts;
}

function closing(text: string, mark: string, from: number): number {
	for (let i = from; i < text.length; i++) {
		if (text[i] === '\\') i++;
		else if (text.startsWith(mark, i) && !(mark === '*' && text[i + 1] === '*')) return i;
	}
	return -1;
}
