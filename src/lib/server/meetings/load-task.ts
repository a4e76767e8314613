import { eq } from 'drizzle-orm';
import { isId } from '#lib/domain/shared/is-id.ts';
import { taskPolicy, type TaskAct, type TaskFacts } from '#lib/domain/meetings/tasks.policy.ts';
import type { MeetingFacts } from '#lib/domain/meetings/meetings.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { task } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { loadMeeting, type LoadedMeeting } from './load-meeting.ts';

export type TaskRow = typeof task.$inferSelect;

export const taskFacts = (row: TaskRow, meeting: MeetingFacts): TaskFacts => ({
	meeting,
	fromItem: row.fromItem,
	organisationId: row.organisationId,
	personId: row.personId,
	raisedBy: row.raisedBy,
	state: row.state
});

export interface LoadedTask {
	row: TaskRow;
	facts: TaskFacts;
	meeting: LoadedMeeting;
}

/** A task with what the policy needs; `lock` keeps others from settling it until the transaction ends. */
export async function loadTask(db: Db, id: string, { lock = false } = {}): Promise<LoadedTask | undefined> {
	if (!isId(id)) return undefined;
	const found = db.select().from(task).where(eq(task.id, id));
	const [row] = await (lock ? found.for('update') : found);
	const meeting = row && (await loadMeeting(db, row.meetingId));
	return meeting && { row, facts: taskFacts(row, meeting.facts), meeting };
}

/** The task, locked, if the actor may do `act` to it. Refusals: `form.not-found`, and the policy's. */
export async function taskFor(a: Act, id: string, act: TaskAct): Promise<Result<LoadedTask>> {
	const loaded = await loadTask(a.db, id, { lock: true });
	if (!loaded || !taskPolicy(a.actor, 'see', loaded.facts).ok) return refuse('form.not-found');
	const decision = taskPolicy(a.actor, act, loaded.facts);
	return decision.ok ? ok(loaded) : decision;
}
