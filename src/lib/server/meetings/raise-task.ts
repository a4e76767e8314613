import { and, eq } from 'drizzle-orm';
import { taskDueAt } from '#lib/domain/meetings/task.ts';
import type { RaiseTask } from '#lib/domain/meetings/tasks.schema.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { inOffice } from '../db/in-office.ts';
import { membership, organisation, task } from '../db/schema/index.ts';
import { createLink } from '../links/index.ts';
import { act, type Act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';
import { placeAt } from './matter-to-raise.ts';
import { tellOfTask } from './tell-of-task.ts';

/**
 * Gives a party of the meeting, or one person in it, something to do by a day: from a paragraph of the minutes or an
 * item of the agenda, whether or not they are sealed. Those who have it to do are told. Refusals: the policy's,
 * `meetings.block-missing`, `meetings.assignee-missing`, `meetings.due-over`.
 */
export async function raiseTask(
	ctx: Context,
	meetingId: string,
	block: string,
	input: RaiseTask
): Promise<Result<{ id: string; party: string }>> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'assign');
		if (!found.ok) return found;
		const { row, facts } = found.value;
		const place = await placeAt(a.db, row, block);
		if (!place) return refuse('meetings.block-missing');
		const { organisationId, personId } = input.assignee;
		const parties = [facts.convenerOrganisationId, ...facts.partyIds];
		if (!parties.includes(organisationId) || (personId && !(await belongs(a, personId, organisationId)))) {
			return refuse('meetings.assignee-missing', { field: 'assignee' });
		}
		const dueAt = taskDueAt(input.dueOn);
		if (dueAt <= a.now) return refuse('meetings.due-over', { field: 'dueOn' });

		const id = newId();
		const [written] = await a.db
			.insert(task)
			.values({
				...{ id, communityId: row.communityId, meetingId, block, fromItem: place.fromItem, quoted: place.words },
				...{ title: input.title, organisationId, personId, dueOn: input.dueOn },
				...{ raisedBy: a.actor!.personId, createdAt: a.now }
			})
			.returning();
		const from = { type: 'meeting', id: meetingId, block };
		await createLink(a, { communityId: row.communityId, from, to: { type: 'task', id } });
		await setClock(a, ['task', id], 'due', dueAt);
		await noteMeeting(a, row, 'raise-task', { task: id, party: organisationId, dueOn: input.dueOn });
		await tellOfTask(a, written!, 'raised');
		const [party] = await a.db
			.select({ name: organisation.name })
			.from(organisation)
			.where(eq(organisation.id, organisationId));
		return ok({ id, party: party!.name });
	});
}

async function belongs(a: Act, personId: string, organisationId: string): Promise<boolean> {
	const rows = await a.db
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.personId, personId), eq(membership.organisationId, organisationId), inOffice()))
		.limit(1);
	return rows.length > 0;
}
