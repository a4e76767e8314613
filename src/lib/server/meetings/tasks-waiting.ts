import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { taskDueAt } from '#lib/domain/meetings/task.ts';
import { TASK_ROLES } from '#lib/domain/meetings/tasks.policy.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { area, organisation, task } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import type { WaitingItem } from '../platform/waiting.ts';

/** Open tasks that are this person's to do, by name or for a party. */
export async function tasksWaiting(ctx: Context): Promise<WaitingItem[]> {
	const { db } = ctx.database;
	if (!ctx.actor?.memberships.length) return [];
	const own = ctx.actor.memberships.map((one) => one.organisationId);
	const acting = ctx.actor.memberships.filter(({ role }) => TASK_ROLES.includes(role)).map((one) => one.organisationId);
	const now = await readNow(db);
	const rows = await db
		.select({ row: task, code: area.code, organisation: organisation.name })
		.from(task)
		.innerJoin(area, eq(area.id, task.communityId))
		.innerJoin(organisation, eq(organisation.id, task.organisationId))
		.where(
			and(
				eq(task.state, 'open'),
				or(
					and(eq(task.personId, ctx.actor.personId), inArray(task.organisationId, own)),
					and(isNull(task.personId), inArray(task.organisationId, acting))
				)
			)
		)
		.orderBy(asc(task.dueOn), asc(task.id))
		.limit(50);
	return rows.map(({ row, code, organisation: party }) => {
		const dueAt = taskDueAt(row.dueOn);
		return {
			title: row.title,
			href: `/c/${code}/meetings/${row.meetingId}/tasks/${row.id}`,
			dueAt,
			tag: { text: m.meetings_task(), tone: now >= dueAt ? ('late' as const) : ('due' as const) },
			detail: party,
			act: m.meetings_task_finish(),
			office: true
		};
	});
}
