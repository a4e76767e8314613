import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/domain/shared/actor.ts';
import { meetingPolicy, type MeetingAct, type MeetingFacts } from '#lib/domain/meetings/meetings.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { area, attendance, meeting, meetingParty } from '../db/schema/index.ts';

export type MeetingRow = typeof meeting.$inferSelect;

export interface LoadedMeeting {
	row: MeetingRow;
	facts: MeetingFacts;
}

/** A meeting with what the policy needs. `lock` keeps others from changing it until the transaction ends. */
export async function loadMeeting(db: Db, id: string, { lock = false } = {}): Promise<LoadedMeeting | undefined> {
	const found = db.select().from(meeting).where(eq(meeting.id, id));
	const [row] = await (lock ? found.for('update') : found);
	if (!row) return undefined;
	const [community] = await db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	const parties = await db
		.select({ id: meetingParty.organisationId })
		.from(meetingParty)
		.where(eq(meetingParty.meetingId, id));
	const present = await db.select({ id: attendance.personId }).from(attendance).where(eq(attendance.meetingId, id));
	return {
		row,
		facts: {
			communityCode: community!.code,
			convenerOrganisationId: row.convenerOrganisationId,
			state: row.state,
			phase: row.phase,
			public: row.public,
			partyIds: parties.map((party) => party.id),
			chairId: row.chairId,
			attendeeIds: present.map((person) => person.id)
		}
	};
}

/** The meeting, locked, if the actor may do `act` to it. Refusals: `form.not-found`, and the policy's. */
export async function meetingFor(db: Db, actor: Actor, id: string, act: MeetingAct): Promise<Result<LoadedMeeting>> {
	const loaded = await loadMeeting(db, id, { lock: true });
	if (!loaded) return refuse('form.not-found');
	const decision = meetingPolicy(actor, act, loaded.facts);
	return decision.ok ? ok(loaded) : decision;
}
