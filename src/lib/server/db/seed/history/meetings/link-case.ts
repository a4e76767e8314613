import { createLink } from '../../../../links/index.ts';
import { meetingAsSource } from '../../../../meetings/matter-to-raise.ts';
import { begin } from '../../../../platform/act.ts';
import { readDocument } from '../../../../platform/documents/index.ts';
import { need } from '../../world.ts';
import { rowOf, type Stage } from './stage.ts';
import { paragraphOf } from './write-minutes.ts';

/**
 * A case of the year was raised from this paragraph: by its reporter, who may do so there, in the very moment of its
 * report. The case itself has been told already.
 */
export async function linkCase(stage: Stage, words: string, key: string): Promise<void> {
	const { world, telling, id } = stage;
	const { reporterId, communityId, id: caseId } = need(world.cases, key);
	const { minutesDocumentId } = await rowOf(stage);
	const { doc } = (await readDocument(telling.database.db, minutesDocumentId!))!;
	const block = paragraphOf(doc, words);
	const a = await begin(telling.database.db, (await telling.as(reporterId)).actor);
	if (!(await meetingAsSource(a, id, block))) throw new Error(`The demo’s case ${key} may not be raised from there.`);
	await createLink(a, { communityId, from: { type: 'meeting', id, block }, to: { type: 'case', id: caseId } });
}
