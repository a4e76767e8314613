import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/domain/shared/actor.ts';
import type { Refusal, Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { auditEntry, outbox } from '../db/schema/index.ts';
import type { Context } from './context.ts';
import { newId } from './ids.ts';
import { wakeRelay } from './outbox.ts';

/** A fact for the audit: ids only, no names, no text that a person wrote. */
export interface AuditFact {
	act: string;
	subject: [type: string, id: string];
	areaId: string | null;
	organisationId?: string;
	data?: Record<string, unknown>;
}

/** News for those who follow `topic`; payloads carry ids and public figures only. */
export interface LiveNews {
	topic: string;
	kind: string;
	areaId?: string | null;
	payload?: Record<string, unknown>;
}

/** One act under way: its transaction, its moment, and the rows that go with it. */
export interface Act {
	db: Db;
	actor: Actor;
	now: Date;
	audit(fact: AuditFact): Promise<void>;
	emit(news: LiveNews): Promise<void>;
}

class RolledBack extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.code);
		this.refusal = refusal;
	}
}

/**
 * Runs one state change in one transaction. A refusal rolls everything back and is returned as it is; an exception
 * rolls back and goes on. Inside: load facts, ask the policy first, then the rule, then write.
 */
export async function act<T>(ctx: Context, work: (act: Act) => Promise<Result<T>>): Promise<Result<T>> {
	try {
		const done = await ctx.database.db.transaction(async (tx) => {
			const result = await work(await begin(tx, ctx.actor));
			if (!result.ok) throw new RolledBack(result.refusal);
			return result;
		});
		wakeRelay();
		return done;
	} catch (error) {
		if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
		throw error;
	}
}

/** Wraps a transaction that is already open (the clock sweep's, the seed's). */
export async function begin(tx: Db, actor: Actor): Promise<Act> {
	const now = await readNow(tx);
	return {
		db: tx,
		actor,
		now,
		audit: async ({ act, subject, areaId, organisationId, data = {} }) => {
			await tx.insert(auditEntry).values({
				id: newId(),
				areaId,
				at: now,
				actorId: actor?.personId ?? null,
				organisationId: organisationId ?? null,
				act,
				subjectType: subject[0],
				subjectId: subject[1],
				data
			});
		},
		emit: async ({ topic, kind, areaId = null, payload = {} }) => {
			await tx.insert(outbox).values({ id: newId(), areaId, topic, kind, payload, createdAt: now });
		}
	};
}

/** The one clock, read in this connection. */
export async function readNow(db: Db): Promise<Date> {
	const [row] = await db.execute<{ now: string | Date }>(sql`select app_now() as now`);
	return new Date(row!.now);
}
