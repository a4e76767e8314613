import { and, eq, inArray } from 'drizzle-orm';
import { TASK_ROLES } from '#lib/domain/meetings/tasks.policy.ts';
import { inOffice } from '../db/in-office.ts';
import { area, membership } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import type { TaskRow } from './load-task.ts';

/** `raised` and `overdue` reach those who have it to do, `overdue` and the ends also whoever raised it. */
export async function tellOfTask(a: Act, row: TaskRow, what: 'raised' | 'overdue' | 'done' | 'dropped'): Promise<void> {
	const doers = what === 'done' ? [] : await doersOf(a, row);
	const [community] = await a.db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	await notify(a, {
		personIds: what === 'raised' ? doers : [...doers, row.raisedBy],
		areaId: row.communityId,
		kind: `task-${what}`,
		subject: ['task', row.id],
		params: { title: row.title },
		href: `/c/${community!.code}/meetings/${row.meetingId}/tasks/${row.id}`
	});
}

async function doersOf(a: Act, { personId, organisationId }: TaskRow): Promise<string[]> {
	if (personId) return [personId];
	const rows = await a.db
		.selectDistinct({ id: membership.personId })
		.from(membership)
		.where(and(eq(membership.organisationId, organisationId), inArray(membership.role, TASK_ROLES), inOffice()));
	return rows.map(({ id }) => id);
}
