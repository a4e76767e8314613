import { and, eq } from 'drizzle-orm';
import { annotationPolicy, type AnnotationAct } from '#lib/domain/meetings/annotations.policy.ts';
import type { Annotate } from '#lib/domain/meetings/annotations.schema.ts';
import { anchorBetween } from '#lib/domain/meetings/minutes-anchor.ts';
import { namedIn } from '#lib/domain/meetings/people-mentioned.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { annotation, annotationAnswer } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { newId } from '../platform/ids.ts';
import { loadMeeting, type LoadedMeeting } from './load-meeting.ts';
import { peopleAround } from './mentionable.ts';
import { tellOfMention } from './mentions.ts';

/** As many as anybody can still read beside one text. */
const MOST_ANNOTATIONS = 500;

export const annotationsTopic = (meetingId: string): string => `annotations:${meetingId}`;

/**
 * Comments on words of the minutes, which a client names by two Yjs positions; what is quoted is what the server finds
 * between them. Who is named behind an @ is told. Answers the new id. Refusals: `form.not-found`, the policy's, `meetings.anchor-missing` (the words are not
 * there, or not saved yet), `meetings.too-many-annotations`.
 */
export function annotateMinutes(ctx: Context, meetingId: string, input: Annotate): Promise<Result<string>> {
	return act(ctx, async (a) => {
		const found = await annotated(a, meetingId, 'write');
		if (!found.ok) return found;
		const documentId = found.value.row.minutesDocumentId!;
		// beside the act: a log is read in a snapshot of its own, while others go on writing
		const document = await readDocument(ctx.database.db, documentId);
		const anchor = anchorBetween(document!.doc, input.start, input.end);
		if (!anchor) return refuse('meetings.anchor-missing');
		if ((await a.db.$count(annotation, eq(annotation.meetingId, meetingId))) >= MOST_ANNOTATIONS) {
			return refuse('meetings.too-many-annotations', { params: { most: MOST_ANNOTATIONS } });
		}
		const id = newId();
		await a.db.insert(annotation).values({
			...{ id, meetingId, documentId, startAt: anchor.start, endAt: anchor.end },
			...{ block: anchor.block, quote: anchor.quote, body: input.annotation },
			...{ authorId: a.actor!.personId, createdAt: a.now }
		});
		await note(a, found.value, 'annotate', id);
		await tellNamed(a, found.value, input.annotation, id);
		return ok(id);
	});
}

/** Answers a comment; whoever wrote it is told, and who is named behind an @. Refusals: `form.not-found`, the policy's. */
export function answerAnnotation(ctx: Context, meetingId: string, id: string, body: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await annotated(a, meetingId, 'write', id);
		if (!found.ok) return found;
		const { row, facts, about } = found.value;
		await a.db.insert(annotationAnswer).values({
			...{ id: newId(), annotationId: id, body, authorId: a.actor!.personId, createdAt: a.now }
		});
		await note(a, found.value, 'answer-annotation', id);
		await notify(a, {
			...{ personIds: [about!.authorId], areaId: row.communityId, kind: 'meetings.annotation-answered' },
			...{ subject: ['meeting', meetingId] as [string, string], params: { title: row.title } },
			href: `/c/${facts.communityCode}/meetings/${meetingId}/minutes#annotation-${id}`
		});
		await tellNamed(a, found.value, body, id, about!.authorId);
		return ok();
	});
}

/** Lays a comment aside as done with, or opens it again. Doing it twice changes nothing. Refusals: `form.not-found`, the policy's. */
export function settleAnnotation(ctx: Context, meetingId: string, id: string, settled: boolean): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await annotated(a, meetingId, 'settle', id);
		if (!found.ok) return found;
		if ((found.value.about!.resolvedAt !== null) === settled) return ok();
		await a.db
			.update(annotation)
			.set(settled ? { resolvedAt: a.now, resolvedBy: a.actor!.personId } : { resolvedAt: null, resolvedBy: null })
			.where(eq(annotation.id, id));
		await note(a, found.value, settled ? 'resolve-annotation' : 'reopen-annotation', id);
		return ok();
	});
}

type Found = LoadedMeeting & { about: typeof annotation.$inferSelect | undefined };

/** The meeting, locked against its sealing, and the comment of it with this id, for those who may. */
async function annotated(a: Act, meetingId: string, what: AnnotationAct, id?: string): Promise<Result<Found>> {
	const loaded = await loadMeeting(a.db, meetingId, { lock: true });
	if (!loaded?.row.minutesDocumentId) return refuse('form.not-found');
	const [about] = id
		? await a.db
				.select()
				.from(annotation)
				.where(and(eq(annotation.id, id), eq(annotation.meetingId, meetingId)))
		: [];
	const permitted = annotationPolicy(a.actor, what, loaded.facts, about);
	if (!permitted.ok) return permitted;
	return id && !about ? refuse('form.not-found') : ok({ ...loaded, about });
}

/** Those named behind an @ are told, but for `told`, who hears of the answer anyway. */
async function tellNamed(a: Act, found: LoadedMeeting, text: string, id: string, told?: string): Promise<void> {
	const named = namedIn(text, await peopleAround(a.db, found.row.id, found.facts)).filter((one) => one !== told);
	await tellOfMention(a, found, named, `annotation-${id}`);
}

async function note(a: Act, { row }: LoadedMeeting, what: string, id: string): Promise<void> {
	await a.audit({
		...{ act: `meetings.${what}`, subject: ['annotation', id] as [string, string], areaId: row.communityId },
		...{ organisationId: row.convenerOrganisationId, data: { meeting: row.id } }
	});
	await a.emit({ topic: annotationsTopic(row.id), kind: what, areaId: row.communityId });
}
