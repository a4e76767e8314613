import * as Y from 'yjs';

type NewId = () => string;

const LINE = /^(### |- |\d+\. |\[[ x]\] |\| )/;

/** The lines of a section (see `Section`) as the blocks an editor would make of them. */
export function blocksOfText(text: string, newId: NewId): Y.XmlElement[] {
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	const runs: { mark: string; lines: string[] }[] = [];
	for (const line of lines) {
		const [start = ''] = LINE.exec(line) ?? [];
		const mark = start.replace(/\d+/, '1').replace('x', ' ');
		const last = runs.at(-1);
		if (last && last.mark === mark && mark !== '' && mark !== '### ') last.lines.push(line);
		else runs.push({ mark, lines: [line] });
	}
	return runs.map((run) => blockOf(run.mark, run.lines, newId));
}

function blockOf(mark: string, lines: readonly string[], newId: NewId): Y.XmlElement {
	const rest = (line: string) => line.replace(LINE, '');
	const items = (list: string, item: string, attributes: (line: string) => Record<string, unknown> = () => ({})) =>
		element(
			list,
			{},
			lines.map((line) => element(item, attributes(line), [textBlock('paragraph', rest(line), newId)]))
		);
	switch (mark) {
		case '### ':
			return textBlock('heading', rest(lines[0]!), newId, { level: 3 });
		case '- ':
			return items('bulletList', 'listItem');
		case '1. ':
			return items('orderedList', 'listItem');
		case '[ ] ':
			return items('taskList', 'taskItem', (line) => ({ checked: line.startsWith('[x]') }));
		case '| ':
			return table(lines, newId);
		default:
			return textBlock('paragraph', lines[0]!, newId);
	}
}

function table(lines: readonly string[], newId: NewId): Y.XmlElement {
	const rows = lines.map((line, i) => {
		const cells = line.split('|').slice(1, -1);
		return element(
			'tableRow',
			{},
			cells.map((cell) =>
				element(i ? 'tableCell' : 'tableHeader', { colspan: 1, rowspan: 1 }, [
					textBlock('paragraph', cell.trim(), newId)
				])
			)
		);
	});
	return element('table', {}, rows);
}

function element(name: string, attributes: Record<string, unknown>, content: (Y.XmlElement | Y.XmlText)[]) {
	const made = new Y.XmlElement<Record<string, object>>(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as object);
	made.insert(0, content);
	return made as unknown as Y.XmlElement;
}

function textBlock(name: string, words: string, newId: NewId, attributes: Record<string, unknown> = {}) {
	const text = new Y.XmlText();
	writeWords(text, words);
	return element(name, { id: newId(), ...attributes }, [text]);
}

/** Writes words with their `**bold**` into an empty text. */
export function writeWords(text: Y.XmlText, words: string): void {
	text.applyDelta(
		words
			.split('**')
			.map((insert, i) => (i % 2 ? { insert, attributes: { bold: {} } } : { insert }))
			.filter(({ insert }) => insert)
	);
}
