import { and, eq } from 'drizzle-orm';
import { FLOOR_MINUTES } from '#lib/domain/meetings/hearing.ts';
import { hearingPolicy, type HearingAct } from '#lib/domain/meetings/hearing.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { speech } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { loadMeeting, type LoadedMeeting } from './load-meeting.ts';

/** The hearing, locked, if the actor may do `act` at it. Refusals: `form.not-found`, the policy's. */
export async function hearingFor(a: Act, id: string, what: HearingAct): Promise<Result<LoadedMeeting>> {
	const loaded = await loadHearing(a.db, id, true);
	if (!loaded) return refuse('form.not-found');
	const allowed = hearingPolicy(a.actor, what, loaded.facts);
	return allowed.ok ? ok(loaded) : allowed;
}

/** Only hearings have a floor, questions and positions. */
export async function loadHearing(db: Db, id: string, lock = false): Promise<LoadedMeeting | undefined> {
	const loaded = await loadMeeting(db, id, { lock });
	return loaded?.row.kind === 'hearing' ? loaded : undefined;
}

/** The party somebody speaks for at this meeting; null: as a resident. */
export function speaksFor(a: Act, { facts }: LoadedMeeting): string | null {
	const parties = [facts.convenerOrganisationId, ...facts.partyIds];
	return a.actor!.memberships.find((m) => parties.includes(m.organisationId))?.organisationId ?? null;
}

/** Somebody in the room asks for the floor. Twice is once. */
export const askForFloor = (ctx: Context, meetingId: string): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await hearingFor(a, meetingId, 'speak');
		if (!found.ok) return found;
		const added = await a.db
			.insert(speech)
			.values({
				...{ id: newId(), meetingId, personId: a.actor!.personId, organisationId: speaksFor(a, found.value) },
				...{ minutes: FLOOR_MINUTES, createdAt: a.now }
			})
			.onConflictDoNothing()
			.returning({ id: speech.id });
		if (added.length) await noteMeeting(a, found.value.row, 'ask-floor', { speech: added[0]!.id });
		return ok();
	});

/** Takes oneself off the list, or gives the floor back; the chair may do either for anybody. Refusal: `meetings.speech-gone`. */
export const leaveFloor = (ctx: Context, meetingId: string, speechId: string): Promise<Result> =>
	act(ctx, async (a) => {
		const loaded = await loadHearing(a.db, meetingId, true);
		if (!loaded) return refuse('form.not-found');
		const [one] = await a.db
			.select()
			.from(speech)
			.where(and(eq(speech.id, speechId), eq(speech.meetingId, meetingId)));
		const own = !!one && one.personId === a.actor?.personId;
		const allowed = hearingPolicy(a.actor, own ? 'speak' : 'give-floor', loaded.facts);
		if (!allowed.ok) return allowed;
		if (one?.state !== 'asked' && one?.state !== 'speaking') return refuse('meetings.speech-gone');
		const ended = one.state === 'speaking' ? { state: 'spoken' as const, endedAt: a.now } : { state: 'gone' as const };
		await a.db.update(speech).set(ended).where(eq(speech.id, speechId));
		await noteMeeting(a, loaded.row, 'leave-floor', { speech: speechId });
		return ok();
	});

/** The chair gives somebody on the list the floor; whoever had it gives it back. Refusal: `meetings.speech-gone`. */
export const giveFloor = (
	ctx: Context,
	meetingId: string,
	{ speechId, minutes }: { speechId: string; minutes: number }
): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await hearingFor(a, meetingId, 'give-floor');
		if (!found.ok) return found;
		await endSpeeches(a, meetingId);
		const given = await a.db
			.update(speech)
			.set({ state: 'speaking', startedAt: a.now, minutes })
			.where(and(eq(speech.id, speechId), eq(speech.meetingId, meetingId), eq(speech.state, 'asked')))
			.returning({ id: speech.id });
		if (!given.length) return refuse('meetings.speech-gone');
		await noteMeeting(a, found.value.row, 'give-floor', { speech: speechId, minutes });
		return ok();
	});

/** Whoever has the floor has had it. */
export async function endSpeeches(a: Act, meetingId: string): Promise<void> {
	await a.db
		.update(speech)
		.set({ state: 'spoken', endedAt: a.now })
		.where(and(eq(speech.meetingId, meetingId), eq(speech.state, 'speaking')));
}
