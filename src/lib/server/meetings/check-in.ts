import { and, eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attendance, membership, person } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor, type LoadedMeeting } from './load-meeting.ts';

/** A person checks in. With the code of the door's QR it is an attendance proven on the spot. Twice is once. */
export async function checkIn(ctx: Context, meetingId: string, code?: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'check-in');
		if (!found.ok) return found;
		if (code !== undefined && code !== found.value.row.checkInCode) return refuse('meetings.wrong-code');
		const { facts } = found.value;
		const parties = [facts.convenerOrganisationId, ...facts.partyIds];
		const member = a.actor!.memberships.find((m) => parties.includes(m.organisationId));
		return enter(a, found.value, {
			personId: a.actor!.personId,
			organisationId: member?.organisationId ?? null,
			capacity: member ? 'party' : 'resident',
			via: code === undefined ? 'self' : 'qr'
		});
	});
}

/** A recorder enters somebody who is in the hall without a phone. Refusal: `meetings.person-missing`. */
export async function enterAttendance(
	ctx: Context,
	meetingId: string,
	input: { personId: string; organisationId: string; capacity: string }
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'enter-attendance');
		if (!found.ok) return found;
		const [known] = await a.db.select({ id: person.id }).from(person).where(eq(person.id, input.personId));
		if (!known) return refuse('meetings.person-missing', { field: 'personId' });
		if (input.organisationId && !(await isMember(a, input.personId, input.organisationId))) {
			return refuse('meetings.person-elsewhere', { field: 'organisationId' });
		}
		return enter(a, found.value, {
			personId: input.personId,
			organisationId: input.organisationId || null,
			capacity: input.capacity,
			via: 'recorder'
		});
	});
}

async function isMember(a: Act, personId: string, organisationId: string): Promise<boolean> {
	const rows = await a.db
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.personId, personId), eq(membership.organisationId, organisationId)));
	return rows.length > 0;
}

async function enter(
	a: Act,
	{ row }: LoadedMeeting,
	values: Pick<typeof attendance.$inferInsert, 'personId' | 'organisationId' | 'capacity' | 'via'>
): Promise<Result> {
	const added = await a.db
		.insert(attendance)
		.values({ id: newId(), meetingId: row.id, enteredBy: a.actor!.personId, at: a.now, ...values })
		.onConflictDoNothing({ target: [attendance.meetingId, attendance.personId] })
		.returning({ id: attendance.id });
	if (added.length) await noteMeeting(a, row, 'attend', { person: values.personId, via: values.via });
	return ok();
}
