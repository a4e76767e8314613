import { taskDueAt } from '#lib/domain/meetings/task.ts';
import { raiseTask } from '../../../../meetings/raise-task.ts';
import { dropTask, finishTask, registerTaskClocks } from '../../../../meetings/settle-task.ts';
import { readDocument } from '../../../../platform/documents/index.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { need } from '../../world.ts';
import { partyOf } from '../actors.ts';
import { told } from '../telling.ts';
import { fire } from '../votes/fire.ts';
import { after, rowOf, type Event, type Stage } from './stage.ts';
import type { TaskStory } from './story.ts';
import { paragraphOf } from './write-minutes.ts';

/** What the meeting gave somebody to do: given in the session, settled later, or overdue and told so. */
export function tasks(stage: Stage): Event[] {
	registerTaskClocks();
	const { calendar } = stage.world;
	const day = calendar.dayOf(stage.opens);
	return (stage.story.tasks ?? []).flatMap((one): Event[] => {
		let id = '';
		const dueOn = calendar.date(day + one.due);
		const due = taskDueAt(dueOn);
		const { settled } = one;
		const settledAt = settled && calendar.at(day + settled.after, '16:25');
		return [
			[after(stage, one.minute), async () => void (id = await raise(stage, one, dueOn))],
			...(due < calendar.at(0) && !(settledAt && settledAt < due)
				? [[new Date(due.getTime() + 1_000), () => fire(stage.world, stage.telling, due)] as const]
				: []),
			...(settled ? [[settledAt!, () => settle(stage, id, settled)] as const] : [])
		];
	});
}

async function raise(stage: Stage, { by, from, to, title }: TaskStory, dueOn: string): Promise<string> {
	const { world, telling, id, items } = stage;
	const { doc } = (await readDocument(telling.database.db, (await rowOf(stage)).minutesDocumentId!))!;
	const block = 'item' in from ? need(items, from.item) : paragraphOf(doc, from.words);
	const person = world.staff.get(to);
	const assignee = person
		? { organisationId: person.party.id, personId: person.id }
		: { organisationId: partyOf(world, FENGLINYUAN.code, to).id, personId: null };
	return told(await raiseTask(await telling.as(by), id, block, { title, assignee, dueOn }), `give ${title}`).id;
}

async function settle({ telling }: Stage, id: string, settled: NonNullable<TaskStory['settled']>): Promise<void> {
	const ctx = await telling.as(settled.by);
	const act = 'done' in settled ? finishTask(ctx, id, settled.done) : dropTask(ctx, id, settled.dropped);
	told(await act, `settle a task as ${settled.by}`);
}
