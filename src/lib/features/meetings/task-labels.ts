import type { TaskState } from '#lib/domain/meetings/task.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

const STATES: Record<TaskState, () => string> = {
	open: m.meetings_task_state_open,
	done: m.meetings_task_state_done,
	dropped: m.meetings_task_state_dropped
};

/** 在办, 逾期, 已办, 不办了. */
export const taskStanding = ({ state }: { state: TaskState }, late: boolean): string =>
	late ? m.meetings_task_overdue() : STATES[state]();

export function taskTone({ state }: { state: TaskState }, late: boolean): 'ok' | 'due' | 'late' | 'plain' {
	if (late) return 'late';
	return state === 'open' ? 'due' : state === 'done' ? 'ok' : 'plain';
}
