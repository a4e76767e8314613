import { and, eq } from 'drizzle-orm';
import { signDueAt } from '#lib/domain/meetings/duties.ts';
import type { Sign } from '#lib/domain/meetings/meetings.schema.ts';
import { holdsIn } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { meetingParty, signature } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/**
 * A party signs the sealed hash through its delegate: agree, agree with a reservation, refuse. Once, for good.
 * Refusals: `form.forbidden`, `meetings.signed-already`.
 */
export async function signMinutes(ctx: Context, meetingId: string, input: Sign): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'sign');
		if (!found.ok) return found;
		const { row } = found.value;
		const [party] = await a.db
			.select({ id: meetingParty.id })
			.from(meetingParty)
			.where(and(eq(meetingParty.meetingId, meetingId), eq(meetingParty.organisationId, input.organisationId)));
		if (!party || !holdsIn(a.actor, 'delegate', input.organisationId)) return refuse('form.forbidden');
		const due = signDueAt(row.sealedAt!);
		const signed = await a.db
			.insert(signature)
			.values({
				id: newId(),
				meetingId,
				organisationId: input.organisationId,
				personId: a.actor!.personId,
				position: input.position,
				stance: input.stance,
				text: input.stance === 'agree' ? null : input.text,
				hash: row.sealedHash!,
				late: a.now > due || row.state === 'disclosed',
				at: a.now
			})
			.onConflictDoNothing({ target: [signature.meetingId, signature.organisationId] })
			.returning({ id: signature.id });
		if (!signed.length) return refuse('meetings.signed-already');
		await noteMeeting(a, row, 'sign', { organisation: input.organisationId, stance: input.stance });
		return ok();
	});
}
