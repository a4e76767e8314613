/** Words with their marks. */
export interface Inline {
	text: string;
	bold?: boolean;
	italic?: boolean;
	struck?: boolean;
}

/** A mark is a run of exactly so many characters: the stars of 138****5678 are none. */
const MARKS: Record<string, Omit<Inline, 'text'>> = {
	'*': { italic: true },
	'**': { bold: true },
	'***': { bold: true, italic: true },
	'~~': { struck: true }
};

/** Reads **bold**, *italic*, ~~struck~~ and escapes (\*); a mark that is not closed is a character like any other. */
export function readInline(text: string): Inline[] {
	const parts: Inline[] = [];
	let plain = '';
	const flush = () => {
		if (plain) parts.push({ text: plain });
		plain = '';
	};
	for (let i = 0; i < text.length;) {
		const run = runAt(text, i);
		const end = i + run.length;
		const close = MARKS[run] && /\S/.test(text[end] ?? '') ? closing(text, run, end) : -1;
		if (close > end) {
			flush();
			parts.push(...readInline(text.slice(end, close)).map((part) => ({ ...part, ...MARKS[run] })));
			i = close + run.length;
		} else if (run) {
			plain += run;
			i = end;
		} else {
			if (text[i] === '\\' && /[\\`*_[\]<>#~|]/.test(text[i + 1] ?? '')) i++;
			plain += text[i++];
		}
	}
	flush();
	return parts;
}

/** The stars or tildes that begin here; empty where there are none. */
const runAt = (text: string, at: number): string => /^(?:\*+|~+)/.exec(text.slice(at))?.[0] ?? '';

function closing(text: string, mark: string, from: number): number {
	for (let i = from; i < text.length;) {
		if (text[i] === '\\') {
			i += 2;
			continue;
		}
		const run = runAt(text, i);
		if (run === mark && /\S/.test(text[i - 1]!)) return i;
		i += run.length || 1;
	}
	return -1;
}
