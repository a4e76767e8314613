import { and, asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { taskDueAt, type TaskLine } from '#lib/domain/meetings/task.ts';
import { taskPolicy } from '#lib/domain/meetings/tasks.policy.ts';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { inOffice } from '../db/in-office.ts';
import { membership, organisation, person, task } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { loadMeeting } from './load-meeting.ts';
import { loadTask, taskFacts } from './load-task.ts';
import { partiesOf } from './queries.ts';

const doer = alias(person, 'doer');

/** The tasks of a meeting that the reader may see: what is due first at the top, what is settled behind. */
export async function tasksOf(ctx: Context, meetingId: string): Promise<TaskLine[]> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded) return [];
	const rows = await ctx.database.db
		.select({ row: task, organisation: organisation.name, person: doer.name })
		.from(task)
		.innerJoin(organisation, eq(organisation.id, task.organisationId))
		.leftJoin(doer, eq(doer.id, task.personId))
		.where(eq(task.meetingId, meetingId))
		.orderBy(asc(task.dueOn), asc(task.id));
	return rows
		.map((one) => ({ ...one, facts: taskFacts(one.row, loaded.facts) }))
		.filter(({ facts }) => taskPolicy(ctx.actor, 'see', facts).ok)
		.map(({ row, organisation: party, person: name, facts }) => ({
			...{ id: row.id, block: row.block, title: row.title, state: row.state, dueOn: row.dueOn, outcome: row.outcome },
			organisation: party,
			person: taskPolicy(ctx.actor, 'see-person', facts).ok ? name : null
		}))
		.toSorted((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
}

/** A task with all its page shows. Refusal: `form.not-found`, also where the reader may not see it. */
export async function taskPage(ctx: Context, meetingId: string, id: string) {
	const loaded = await loadTask(ctx.database.db, id);
	const { row, facts, meeting } = loaded ?? {};
	if (!row || row.meetingId !== meetingId || !taskPolicy(ctx.actor, 'see', facts!).ok) return refuse('form.not-found');
	const line = (await tasksOf(ctx, meetingId)).find((one) => one.id === id)!;
	const named = taskPolicy(ctx.actor, 'see-person', facts!).ok;
	const ids = [row.raisedBy, ...(row.settledBy ? [row.settledBy] : [])];
	const people = named
		? await ctx.database.db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))
		: [];
	const nameOf = (personId: string | null) => people.find((one) => one.id === personId)?.name ?? null;
	const may = (what: 'finish' | 'drop') => row.state === 'open' && taskPolicy(ctx.actor, what, facts!).ok;
	return ok({
		task: line,
		dueAt: taskDueAt(row.dueOn),
		quoted: row.quoted,
		meeting: meeting!.row.title,
		/** Where the words it was raised from stand. */
		from: row.fromItem ? (`#item-${row.block}` as const) : (`/minutes#b-${row.block}` as const),
		raised: { by: nameOf(row.raisedBy), at: row.createdAt },
		settled: row.settledAt && { by: nameOf(row.settledBy), at: row.settledAt },
		mayFinish: may('finish'),
		mayDrop: may('drop')
	});
}

/** Parties of the meeting and the people in them, for those who give tasks. */
export async function assigneesFor(ctx: Context, meetingId: string) {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded || !meetingPolicy(ctx.actor, 'assign', loaded.facts).ok) return [];
	const parties = (await partiesOf(ctx, [meetingId])).get(meetingId) ?? [];
	const people = await ctx.database.db
		.selectDistinct({ id: person.id, name: person.name, party: membership.organisationId })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(
			and(
				inArray(
					membership.organisationId,
					parties.map(({ id }) => id)
				),
				inOffice()
			)
		)
		.orderBy(asc(person.name));
	return parties.map(({ id, name }) => ({ id, name, people: people.filter(({ party }) => party === id) }));
}
