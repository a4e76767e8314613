import { and, eq } from 'drizzle-orm';
import { signDueAt } from '#lib/domain/meetings/duties.ts';
import type { Sign } from '#lib/domain/meetings/meetings.schema.ts';
import { holdsIn } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { corrigendum, corrigendumSignature, meetingParty, signature } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor, type MeetingRow } from './load-meeting.ts';

/**
 * A party signs the sealed hash through its delegate: agree, agree with a reservation, refuse. Once, for good. With
 * `corrigendumId` it is the hash of that correction. Refusals: `form.forbidden`, `form.not-found`,
 * `meetings.signed-already`.
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
		const signed = input.corrigendumId
			? await signCorrigendum(a, row, input, input.corrigendumId)
			: await signSealed(a, row, input);
		if (!signed.ok) return signed;
		const { organisationId: organisation, stance, corrigendumId } = input;
		await noteMeeting(a, row, 'sign', { organisation, stance, ...(corrigendumId ? { corrigendumId } : {}) });
		return ok();
	});
}

const said = (a: Act, input: Sign) => ({
	id: newId(),
	organisationId: input.organisationId,
	personId: a.actor!.personId,
	position: input.position,
	stance: input.stance,
	text: input.stance === 'agree' ? null : input.text,
	at: a.now
});

async function signSealed(a: Act, row: MeetingRow, input: Sign): Promise<Result> {
	const late = a.now > signDueAt(row.sealedAt!) || row.state === 'disclosed';
	const signed = await a.db
		.insert(signature)
		.values({ ...said(a, input), meetingId: row.id, hash: row.sealedHash!, late })
		.onConflictDoNothing({ target: [signature.meetingId, signature.organisationId] })
		.returning({ id: signature.id });
	return signed.length ? ok() : refuse('meetings.signed-already');
}

async function signCorrigendum(a: Act, row: MeetingRow, input: Sign, corrigendumId: string): Promise<Result> {
	const [found] = await a.db
		.select()
		.from(corrigendum)
		.where(and(eq(corrigendum.id, corrigendumId), eq(corrigendum.meetingId, row.id)));
	if (!found) return refuse('form.not-found');
	const late = a.now > signDueAt(found.sealedAt);
	const signed = await a.db
		.insert(corrigendumSignature)
		.values({ ...said(a, input), corrigendumId, hash: found.sealedHash, late })
		.onConflictDoNothing({ target: [corrigendumSignature.corrigendumId, corrigendumSignature.organisationId] })
		.returning({ id: corrigendumSignature.id });
	return signed.length ? ok() : refuse('meetings.signed-already');
}
