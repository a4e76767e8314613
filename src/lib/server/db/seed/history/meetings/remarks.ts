import * as Y from 'yjs';
import type { Annotate } from '#lib/domain/meetings/annotations.schema.ts';
import { minutesFragment } from '#lib/domain/meetings/minutes-document.ts';
import { annotateMinutes, answerAnnotation } from '../../../../meetings/annotate-minutes.ts';
import { readDocument } from '../../../../platform/documents/index.ts';
import { told } from '../telling.ts';
import { after, rowOf, type Event, type Stage } from './stage.ts';

/** What people say beside the text while it is written. */
export function remarks(stage: Stage): Event[] {
	return (stage.story.remarks ?? []).map(({ minute, ...remark }) => [after(stage, minute), () => say(stage, remark)]);
}

async function say(
	{ telling, id, ...stage }: Stage,
	{ by, words, body, answer }: Omit<NonNullable<Stage['story']['remarks']>[number], 'minute'>
): Promise<void> {
	const { minutesDocumentId } = await rowOf({ telling, id, ...stage });
	const { doc } = (await readDocument(telling.database.db, minutesDocumentId!))!;
	const made = await annotateMinutes(await telling.as(by), id, { ...endsOf(doc, words), annotation: body });
	const remark = told(made, `remark on ${words}`);
	if (answer) told(await answerAnnotation(await telling.as(answer.by), id, remark, answer.body), `answer on ${words}`);
}

/** Where these words begin and end, as an editor says it. */
function endsOf(doc: Y.Doc, words: string): Pick<Annotate, 'start' | 'end'> {
	for (const node of minutesFragment(doc).createTreeWalker((type) => type instanceof Y.XmlText)) {
		const text = node as unknown as Y.XmlText;
		const from = text.toString().indexOf(words);
		const at = (place: number) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, place, -1));
		if (from >= 0) return { start: at(from), end: at(from + words.length) };
	}
	throw new Error(`The demo's minutes do not say ${words}.`);
}
