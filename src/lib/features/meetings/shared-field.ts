import * as Y from 'yjs';

/** A letter outside the basic plane is two code units, and a shared text is never to be cut between them. */
const isFirstHalf = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text[at] ?? '');

/** Where two texts differ: `inserted` stands in the new one in place of `old.slice(start, end)`. */
function difference(old: string, now: string): { start: number; end: number; inserted: string } {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	if (isFirstHalf(old, start - 1)) start--;
	let same = 0;
	while (same < old.length - start && same < now.length - start && old.at(-1 - same) === now.at(-1 - same)) same++;
	if (isFirstHalf(old, old.length - same - 1)) same--;
	return { start, end: old.length - same, inserted: now.slice(start, now.length - same) };
}

/** Where a place in the old text is in the new one. */
function following(old: string, now: string): (at: number) => number {
	const { start, end, inserted } = difference(old, now);
	return (at) => (at <= start ? at : at < end ? start + inserted.length : at + inserted.length - (end - start));
}

/** Brings the shared text to what the field shows, by one edit at the place where they differ: others' words stay. */
export function retype(text: Y.Text, typed: string): void {
	const held = text.toString();
	if (held === typed) return;
	const { start, end, inserted } = difference(held, typed);
	text.doc!.transact(() => {
		text.delete(start, end - start);
		text.insert(start, inserted);
	});
}

/** The document as it is now, to be written in apart; `merge` brings it back. */
export function branch(doc: Y.Doc): Y.Doc {
	const apart = new Y.Doc();
	Y.applyUpdate(apart, Y.encodeStateAsUpdate(doc));
	return apart;
}

export function merge(doc: Y.Doc, apart: Y.Doc): void {
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(apart, Y.encodeStateVector(doc)));
	apart.destroy();
}

/** Shows `words` in the field; the caret stays with the letters it stood at. */
export function show(field: HTMLInputElement, words: string): void {
	if (field.value === words) return;
	const now = following(field.value, words);
	const caret = [now(field.selectionStart ?? 0), now(field.selectionEnd ?? 0)] as const;
	field.value = words;
	if (document.activeElement === field) field.setSelectionRange(...caret);
}

/**
 * Moving an element within its list takes the focus from what is in it, and the next letters typed would be lost. Called
 * before the list changes; what it answers is called afterwards and brings the focus back.
 */
export function keepFocus(list: HTMLElement): () => void {
	const field = document.activeElement;
	if (!(field instanceof HTMLElement) || !list.contains(field)) return () => {};
	return () => {
		if (field.isConnected && document.activeElement !== field) field.focus({ preventScroll: true });
	};
}
