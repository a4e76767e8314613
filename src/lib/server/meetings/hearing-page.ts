import { and, asc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PositionLine, QuestionLine, SpeechLine } from '#lib/domain/meetings/hearing.ts';
import { hearingPartyPolicy, hearingPolicy } from '#lib/domain/meetings/hearing.policy.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { belongsTo } from '#lib/domain/shared/actor.ts';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { agendaItem, hearingPosition, hearingQuestion, organisation, person, speech } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { loadHearing } from './hearing-floor.ts';

const closer = alias(person, 'closer');
const asking = alias(organisation, 'asking');

/** Where the parties stand, in the order in which they said so. */
export function positionsOf(db: Db, meetingId: string): Promise<(PositionLine & { organisationId: string })[]> {
	return db
		.select({
			organisationId: organisation.id,
			party: organisation.name,
			stance: hearingPosition.stance,
			body: hearingPosition.body
		})
		.from(hearingPosition)
		.innerJoin(organisation, eq(organisation.id, hearingPosition.organisationId))
		.where(eq(hearingPosition.meetingId, meetingId))
		.orderBy(asc(hearingPosition.id));
}

/** The same for whoever may see the meeting; none for a meeting that is no hearing. */
export async function hearingPositions(ctx: Context, meetingId: string): Promise<PositionLine[]> {
	const loaded = await loadHearing(ctx.database.db, meetingId);
	const seen = loaded && meetingPolicy(ctx.actor, 'view', loaded.facts).ok;
	return seen ? positionsOf(ctx.database.db, meetingId) : [];
}

export const questionsOf = (db: Db, meetingId: string) =>
	db
		.select({
			row: hearingQuestion,
			item: agendaItem.number,
			asker: person.name,
			askedFor: asking.name,
			to: organisation.name,
			closer: closer.name
		})
		.from(hearingQuestion)
		.innerJoin(agendaItem, eq(agendaItem.id, hearingQuestion.itemId))
		.innerJoin(person, eq(person.id, hearingQuestion.askedBy))
		.innerJoin(organisation, eq(organisation.id, hearingQuestion.organisationId))
		.leftJoin(asking, eq(asking.id, hearingQuestion.askedForId))
		.leftJoin(closer, eq(closer.id, hearingQuestion.closedBy))
		.where(eq(hearingQuestion.meetingId, meetingId))
		.orderBy(asc(hearingQuestion.id));

/**
 * The floor, the questions and the positions of a hearing, for whoever may see the meeting; people's names for those of the
 * community. Refusals: `form.not-found`, also for a meeting that is no hearing, `form.sign-in`.
 */
export async function hearingPage(ctx: Context, meetingId: string) {
	const { actor, database } = ctx;
	const { db } = database;
	const loaded = await loadHearing(db, meetingId);
	if (!loaded) return refuse('form.not-found');
	const { facts, row } = loaded;
	const view = meetingPolicy(actor, 'view', facts);
	if (!view.ok) return view;
	if (!row.openedAt) return refuse('form.not-found');
	const named = belongsTo(actor, facts.communityCode);
	const speeches = await db
		.select({ row: speech, person: person.name, organisation: organisation.name })
		.from(speech)
		.innerJoin(person, eq(person.id, speech.personId))
		.leftJoin(organisation, eq(organisation.id, speech.organisationId))
		.where(and(eq(speech.meetingId, meetingId), ne(speech.state, 'gone')))
		.orderBy(asc(speech.startedAt), asc(speech.id));
	const mayFor = (act: 'answer' | 'say-position', id: string) => hearingPartyPolicy(actor, act, id, facts).ok;
	return ok({
		speeches: speeches.map(
			({
				row: { id, state, minutes, startedAt, endedAt, personId },
				person: name,
				organisation: party
			}): SpeechLine => ({
				...{ id, minutes, startedAt, endedAt, organisation: party, state: state as SpeechLine['state'] },
				...{ person: named ? name : null, mine: personId === actor?.personId }
			})
		),
		questions: (await questionsOf(db, meetingId)).map(
			({ row: { id, itemId, body, answer, setAside, organisationId, closedAt }, ...names }): QuestionLine => ({
				...{ id, itemId, body, answer, setAside, item: names.item, askedFor: names.askedFor, to: names.to },
				...{ asker: named ? names.asker : null, closer: named ? names.closer : null },
				mayAnswer: closedAt === null && mayFor('answer', organisationId)
			})
		),
		positions: await positionsOf(db, meetingId),
		/** Parties for which the reader may say where they stand. */
		speaksForIds: [...new Set([facts.convenerOrganisationId, ...facts.partyIds])].filter((id) =>
			mayFor('say-position', id)
		),
		may: {
			speak: hearingPolicy(actor, 'speak', facts).ok,
			ask: hearingPolicy(actor, 'ask', facts).ok,
			lead: hearingPolicy(actor, 'give-floor', facts).ok
		}
	});
}
