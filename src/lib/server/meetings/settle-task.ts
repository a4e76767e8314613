import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { task } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import { cancelClocks, onClock, type DueClock } from '../platform/clocks.ts';
import type { Context } from '../platform/context.ts';
import { noteMeeting } from './change-meeting.ts';
import { loadTask, taskFor } from './load-task.ts';
import { tellOfTask } from './tell-of-task.ts';

/** Whoever has the task says what was done. Once. Refusals: the policy's, `meetings.task-settled`. */
export const finishTask = (ctx: Context, id: string, done: string): Promise<Result> =>
	act(ctx, (a) => settle(a, id, 'done', done));

/** Whoever raised it, or leads the meeting, drops it with the reason. Refusals: the policy's, `meetings.task-settled`. */
export const dropTask = (ctx: Context, id: string, reason: string): Promise<Result> =>
	act(ctx, (a) => settle(a, id, 'dropped', reason));

async function settle(a: Act, id: string, state: 'done' | 'dropped', outcome: string): Promise<Result> {
	const found = await taskFor(a, id, state === 'done' ? 'finish' : 'drop');
	if (!found.ok) return found;
	const { row, meeting } = found.value;
	if (row.state !== 'open') return refuse('meetings.task-settled');
	const settled = { state, outcome, settledBy: a.actor!.personId, settledAt: a.now };
	await a.db.update(task).set(settled).where(eq(task.id, id));
	await cancelClocks(a, ['task', id]);
	await noteMeeting(a, meeting.row, state === 'done' ? 'finish-task' : 'drop-task', { task: id });
	await tellOfTask(a, row, state);
	return ok();
}

/** The last day is over: those concerned are told, once. What is settled meanwhile has no clock any more. */
async function remind(a: Act, due: DueClock): Promise<void> {
	const loaded = await loadTask(a.db, due.subjectId, { lock: true });
	if (loaded?.row.state !== 'open' || loaded.row.remindedAt) return;
	await a.db.update(task).set({ remindedAt: a.now }).where(eq(task.id, loaded.row.id));
	await noteMeeting(a, loaded.meeting.row, 'task-overdue', { task: loaded.row.id });
	await tellOfTask(a, loaded.row, 'overdue');
}

export const registerTaskClocks = (): void => onClock('task', 'due', remind);
