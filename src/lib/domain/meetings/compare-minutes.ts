import { changesBetween } from '../shared/changes.ts';
import { blocksOf, type MinutesNode } from './minutes-document.ts';

/** A run of characters that stayed, went or came. */
export interface Piece {
	kind: 'same' | 'removed' | 'added';
	text: string;
}

export interface ComparedBlock {
	id: string;
	type: string;
	kind: 'same' | 'removed' | 'added' | 'changed';
	pieces: Piece[];
}

/**
 * What changed from one state of the minutes to another, paragraph by paragraph in the order of the later one; a paragraph
 * that went stands where it stood. Paragraphs are the same by their ids, whatever was moved.
 */
export function compareMinutes(before: MinutesNode, after: MinutesNode): ComparedBlock[] {
	const [old, now] = [blocksOf(before), blocksOf(after)];
	const textBefore = new Map(old.map((block) => [block.id, block.text]));
	const stays = new Set(now.map((block) => block.id));
	const compared = now.map(({ id, type, text }): ComparedBlock => {
		const was = textBefore.get(id);
		if (was === undefined) return { id, type, kind: 'added', pieces: [{ kind: 'added', text }] };
		const pieces = compareText(was, text);
		return { id, type, kind: was === text ? 'same' : 'changed', pieces };
	});
	let place = 0;
	for (const { id, type, text } of old) {
		if (stays.has(id)) place = compared.findIndex((block) => block.id === id) + 1;
		else compared.splice(place++, 0, { id, type, kind: 'removed', pieces: [{ kind: 'removed', text }] });
	}
	// an empty paragraph that came or went is nothing to read
	return compared.filter(({ kind, pieces }) => kind === 'same' || pieces.some(({ text }) => text !== ''));
}

/** The shortest way from one text to another, character by character. */
export function compareText(before: string, after: string): Piece[] {
	const [old, now] = [[...before], [...after]];
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
	const middle = changesBetween(old.slice(start, old.length - end), now.slice(start, now.length - end));
	return joined([
		{ kind: 'same', text: old.slice(0, start).join('') },
		...middle.map(({ change, item }) => ({ kind: change, text: item })),
		{ kind: 'same', text: old.slice(old.length - end).join('') }
	]);
}

function joined(pieces: readonly Piece[]): Piece[] {
	const whole: Piece[] = [];
	for (const { kind, text } of pieces) {
		if (text === '') continue;
		const last = whole.at(-1);
		if (last?.kind === kind) last.text += text;
		else whole.push({ kind, text });
	}
	return whole;
}
