export type TaskState = 'open' | 'done' | 'dropped';

/** A task is in time through the whole of its last day, in Asia/Shanghai. */
export const taskDueAt = (dueOn: string): Date => new Date(`${dueOn}T24:00:00+08:00`);

export const isOverdue = (task: { state: TaskState; dueOn: string }, now: Date): boolean =>
	task.state === 'open' && now >= taskDueAt(task.dueOn);

/** A task as it is shown beside the place it came from; persons' names are there for those of the community alone. */
export interface TaskLine {
	id: string;
	block: string;
	title: string;
	state: TaskState;
	dueOn: string;
	organisation: string;
	person: string | null;
	outcome: string | null;
}
