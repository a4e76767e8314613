import type { PlainWord } from '#lib/domain/cases/plain-words.ts';
import { plainWordName } from '#lib/i18n/cases.ts';

const LONGEST = 24;

/** What the matter is called on lists: the everyday word for it, or the beginning of what was written. */
export function plainTitle(word: PlainWord, description: string): string {
	if (word !== 'other' && word !== 'complaint') return plainWordName(word, 'zh-CN');
	const sentence = description.split(/[。！？!?\n]/)[0]!.trim();
	return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST)}…`;
}
