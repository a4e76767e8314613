import { asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { annotationPolicy } from '#lib/domain/meetings/annotations.policy.ts';
import { locateAnchor } from '#lib/domain/meetings/minutes-anchor.ts';
import { annotation, annotationAnswer, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { loadMeeting } from './load-meeting.ts';

interface Said {
	id: string;
	author: string;
	body: string;
	at: Date;
}

/** A comment on words of the minutes with its answers. */
export interface AnnotationView extends Said {
	quote: string;
	/** Relative positions in base64, for an editor to find the words by. */
	start: string;
	end: string;
	/** Block in which the words stood when the comment was written. */
	block: string | null;
	/** Block in which they stand now; null where they have been deleted. */
	standsIn: string | null;
	resolved: { by: string | null; at: Date } | null;
	maySettle: boolean;
	answers: Said[];
}

export interface AnnotationsView {
	items: AnnotationView[];
	/** May the reader write and answer? */
	mayWrite: boolean;
}

/** Comments on words of the minutes, the oldest first; null for those who may not read them. */
export async function annotationsOf(ctx: Context, meetingId: string): Promise<AnnotationsView | null> {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, meetingId);
	if (!loaded?.row.minutesDocumentId || !annotationPolicy(ctx.actor, 'read', loaded.facts).ok) return null;
	const { facts } = loaded;
	const mayWrite = annotationPolicy(ctx.actor, 'write', facts).ok;
	const resolver = alias(person, 'resolver');
	const rows = await db
		.select({ row: annotation, author: person.name, resolver: resolver.name })
		.from(annotation)
		.innerJoin(person, eq(person.id, annotation.authorId))
		.leftJoin(resolver, eq(resolver.id, annotation.resolvedBy))
		.where(eq(annotation.meetingId, meetingId))
		.orderBy(asc(annotation.id));
	if (rows.length === 0) return { items: [], mayWrite };
	const answers = await db
		.select({ row: annotationAnswer, author: person.name })
		.from(annotationAnswer)
		.innerJoin(annotation, eq(annotation.id, annotationAnswer.annotationId))
		.innerJoin(person, eq(person.id, annotationAnswer.authorId))
		.where(eq(annotation.meetingId, meetingId))
		.orderBy(asc(annotationAnswer.id));
	const under = Map.groupBy(answers, ({ row }) => row.annotationId);
	const { doc } = (await readDocument(db, loaded.row.minutesDocumentId))!;
	const items = rows.map(({ row, author, resolver: by }): AnnotationView => {
		const { id, body, quote, block, startAt, endAt } = row;
		return {
			...{ id, author, body, at: row.createdAt, quote, block },
			...{ start: base64(startAt), end: base64(endAt) },
			standsIn: locateAnchor(doc, { start: startAt, end: endAt, block, quote })?.block ?? null,
			resolved: row.resolvedAt && { by, at: row.resolvedAt },
			maySettle: annotationPolicy(ctx.actor, 'settle', facts, row).ok,
			answers: (under.get(id) ?? []).map((one) => ({
				...{ id: one.row.id, author: one.author, body: one.row.body, at: one.row.createdAt }
			}))
		};
	});
	return { items, mayWrite };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
