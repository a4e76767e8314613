import { eq, sql } from 'drizzle-orm';
import { isId } from '#lib/domain/shared/is-id.ts';
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
	if (!isId(id)) return undefined;
	const found = db.select().from(meeting).where(eq(meeting.id, id));
	const [row] = await (lock ? found.for('update') : found);
	if (!row) return undefined;
	// after the lock is held, so that what others have changed before is seen
	const [around] = await db
		.select({
			code: area.code,
			partyIds: sql<string[]>`array(
				select ${meetingParty.organisationId} from ${meetingParty} where ${meetingParty.meetingId} = ${id})`,
			attendeeIds: sql<string[]>`array(
				select ${attendance.personId} from ${attendance} where ${attendance.meetingId} = ${id})`
		})
		.from(area)
		.where(eq(area.id, row.communityId));
	return {
		row,
		facts: {
			communityCode: around!.code,
			convenerOrganisationId: row.convenerOrganisationId,
			state: row.state,
			phase: row.phase,
			public: row.public,
			partyIds: around!.partyIds,
			chairId: row.chairId,
			attendeeIds: around!.attendeeIds
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
