import { and, asc, eq, isNull } from 'drizzle-orm';
import { hearingPartyPolicy, hearingPolicy } from '#lib/domain/meetings/hearing.policy.ts';
import type { AskQuestion, SayPosition } from '#lib/domain/meetings/hearing.schema.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { agendaItem, hearingPosition, hearingQuestion } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { hearingFor, loadHearing, speaksFor } from './hearing-floor.ts';

/** Somebody in the room asks a party. Refusals: the policy's, `meetings.item-of-question-missing`, `meetings.asked-party-missing`. */
export const askQuestion = (ctx: Context, meetingId: string, input: AskQuestion): Promise<Result<{ id: string }>> =>
	act(ctx, async (a) => {
		const found = await hearingFor(a, meetingId, 'ask');
		if (!found.ok) return found;
		const { facts, row } = found.value;
		const [item] = await a.db
			.select({ outcome: agendaItem.outcome })
			.from(agendaItem)
			.where(
				and(
					eq(agendaItem.id, input.itemId),
					eq(agendaItem.meetingId, meetingId),
					isNull(agendaItem.withdrawnBy),
					isNull(agendaItem.outcome)
				)
			);
		if (!item) return refuse('meetings.item-of-question-missing', { field: 'itemId' });
		if (![facts.convenerOrganisationId, ...facts.partyIds].includes(input.organisationId)) {
			return refuse('meetings.asked-party-missing', { field: 'organisationId' });
		}
		const id = newId();
		await a.db.insert(hearingQuestion).values({
			...{ id, meetingId, itemId: input.itemId, organisationId: input.organisationId, body: input.question },
			...{ askedBy: a.actor!.personId, askedForId: speaksFor(a, found.value), createdAt: a.now }
		});
		await noteMeeting(a, row, 'ask-question', { question: id });
		return ok({ id });
	});

/** The party answers, or a recorder writes its answer down. Once. Refusals: the policy's, `meetings.question-closed`. */
export const answerQuestion = (ctx: Context, meetingId: string, questionId: string, answer: string): Promise<Result> =>
	act(ctx, (a) => closeQuestion(a, meetingId, questionId, { answer }));

/** The chair sets a question aside with the reason, which everybody sees. Refusals: the policy's, `meetings.question-closed`. */
export const setQuestionAside = (ctx: Context, meetingId: string, questionId: string, why: string): Promise<Result> =>
	act(ctx, (a) => closeQuestion(a, meetingId, questionId, { setAside: why }));

async function closeQuestion(
	a: Act,
	meetingId: string,
	questionId: string,
	how: { answer: string } | { setAside: string }
): Promise<Result> {
	const loaded = await loadHearing(a.db, meetingId, true);
	if (!loaded) return refuse('form.not-found');
	const [question] = await a.db
		.select()
		.from(hearingQuestion)
		.where(and(eq(hearingQuestion.id, questionId), eq(hearingQuestion.meetingId, meetingId)));
	// who may do neither learns nothing of which questions there are
	const allowed =
		'setAside' in how
			? hearingPolicy(a.actor, 'set-aside', loaded.facts)
			: hearingPartyPolicy(a.actor, 'answer', question?.organisationId ?? '', loaded.facts);
	if (!allowed.ok) return allowed;
	if (question?.closedAt !== null) return refuse('meetings.question-closed');
	const closed = { ...how, closedBy: a.actor!.personId, closedAt: a.now };
	await a.db.update(hearingQuestion).set(closed).where(eq(hearingQuestion.id, questionId));
	await noteMeeting(a, loaded.row, 'answer' in how ? 'answer-question' : 'set-question-aside', {
		question: questionId
	});
	return ok();
}

/** Where a party stands; it replaces what it said before. Refusal: the policy's. */
export const sayPosition = (ctx: Context, meetingId: string, input: SayPosition): Promise<Result> =>
	act(ctx, async (a) => {
		const loaded = await loadHearing(a.db, meetingId, true);
		if (!loaded) return refuse('form.not-found');
		const allowed = hearingPartyPolicy(a.actor, 'say-position', input.organisationId, loaded.facts);
		if (!allowed.ok) return allowed;
		const said = { stance: input.stance, body: input.position, saidBy: a.actor!.personId, at: a.now };
		await a.db
			.insert(hearingPosition)
			.values({ id: newId(), meetingId, organisationId: input.organisationId, ...said })
			.onConflictDoUpdate({ target: [hearingPosition.meetingId, hearingPosition.organisationId], set: said });
		await noteMeeting(a, loaded.row, 'say-position', { party: input.organisationId, stance: input.stance });
		return ok();
	});

/** No question of the item, or of the whole hearing, may be left open. Refusal: `meetings.questions-open`, which names them. */
export async function noOpenQuestions(db: Db, meetingId: string, itemId?: string): Promise<Result> {
	const open = await db
		.select({ body: hearingQuestion.body })
		.from(hearingQuestion)
		.where(
			and(
				eq(hearingQuestion.meetingId, meetingId),
				isNull(hearingQuestion.closedAt),
				itemId ? eq(hearingQuestion.itemId, itemId) : undefined
			)
		)
		.orderBy(asc(hearingQuestion.id));
	if (!open.length) return ok();
	const questions = open.map(({ body }) => `“${body.length > 30 ? `${body.slice(0, 30)}…` : body}”`).join('、');
	return refuse('meetings.questions-open', { params: { count: open.length, questions } });
}
