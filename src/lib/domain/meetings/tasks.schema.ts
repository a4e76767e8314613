import * as v from 'valibot';
import { requiredText } from '../shared/form-fields.ts';

const text = (missing: string, most: number) => requiredText(missing, most, 'meetings.too-long');

export const raiseTaskSchema = v.object({
	title: text('meetings.task-title-missing', 80),
	/** A party's id, or `party:person` where somebody is named. */
	assignee: v.pipe(
		v.string('meetings.assignee-missing'),
		v.regex(/^[0-9a-f-]{36}(:[0-9a-f-]{36})?$/, 'meetings.assignee-missing'),
		v.transform((value) => {
			const [organisationId, personId] = value.split(':') as [string, string?];
			return { organisationId, personId: personId ?? null };
		})
	),
	/** The last day, in Asia/Shanghai. */
	dueOn: v.pipe(
		v.string('meetings.due-missing'),
		v.regex(/^\d{4}-\d\d-\d\d$/, 'meetings.due-missing'),
		v.check((day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day), 'meetings.due-missing')
	)
});
export type RaiseTask = v.InferOutput<typeof raiseTaskSchema>;

export const finishTaskSchema = v.object({ done: text('meetings.task-done-missing', 500) });
export const dropTaskSchema = v.object({ reason: text('meetings.task-reason-missing', 300) });
