import { and, desc, eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { maskPhone } from '#lib/domain/identity/phone.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { consent, credential, person, proposal, proposalSupport, sensitiveRead, session } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { listSessions } from '../platform/sessions.ts';
import { noticeGiven } from './accept-notice.ts';
import { ownHomes } from './own-homes.ts';
import { openPersonSecrets } from './person-secrets.ts';

const ownPolicy = ({ actor }: Context) =>
	identityPolicy(actor, { act: 'own-account', personId: actor?.personId ?? '' });

/** Everything the actor's account page shows: how they sign in, where they are signed in, who looked at their data. */
export async function ownAccount(ctx: Context, sessionId: string | null) {
	const may = ownPolicy(ctx);
	if (!may.ok) return may;
	const { db } = ctx.database;
	const { personId, name, memberships } = ctx.actor!;
	const account = await db.query.credential.findFirst({ where: eq(credential.personId, personId) });
	const { phone } = await openPersonSecrets(db, personId);
	const sessions = await listSessions(ctx.database, personId);
	return ok({
		name,
		login: account?.login ?? null,
		hasSecondFactor: !!account?.totpSecret,
		appointed: memberships.length > 0,
		phone: phone ? maskPhone(phone) : null,
		noticeGiven: await noticeGiven(ctx),
		sessions: sessions.map((one) => ({ ...one, own: one.id === sessionId })),
		reads: await db
			.select({ by: person.name, fields: sensitiveRead.fields, reason: sensitiveRead.reason, at: sensitiveRead.at })
			.from(sensitiveRead)
			.innerJoin(person, eq(person.id, sensitiveRead.readerId))
			.where(eq(sensitiveRead.personId, personId))
			.orderBy(desc(sensitiveRead.at))
			.limit(50)
	});
}

/** Ends one of the actor's own sessions, by the id that the list shows. */
export const revokeSession = (ctx: Context, id: string): Promise<Result> =>
	act(ctx, async (a) => {
		const may = ownPolicy(ctx);
		if (!may.ok) return may;
		const { personId } = a.actor!;
		const ended = await a.db
			.delete(session)
			.where(and(eq(session.id, id), eq(session.personId, personId)))
			.returning();
		if (!ended.length) return refuse('form.not-found');
		await a.audit({ act: 'identity.session-ended', subject: ['person', personId], areaId: null });
		return ok();
	});

/** What the portal keeps about the actor, for taking along (PIPL art. 45). Writing it out is an act that the audit shows. */
export const exportOwnData = (ctx: Context): Promise<Result<Record<string, unknown>>> =>
	act(ctx, async (a) => {
		const may = ownPolicy(ctx);
		if (!may.ok) return may;
		const { personId, name, memberships } = a.actor!;
		const account = await a.db.query.credential.findFirst({ where: eq(credential.personId, personId) });
		const own = { database: { ...ctx.database, db: a.db }, actor: a.actor };
		const consents = await a.db.query.consent.findMany({ where: eq(consent.personId, personId) });
		const comments = await a.db.query.comment.findMany({ where: (c, { eq }) => eq(c.authorId, personId) });
		const annotations = await a.db.query.annotation.findMany({ where: (c, { eq }) => eq(c.authorId, personId) });
		const replies = await a.db.query.annotationAnswer.findMany({ where: (c, { eq }) => eq(c.authorId, personId) });
		const proposals = await a.db.query.proposal.findMany({ where: (c, { eq }) => eq(c.authorId, personId) });
		const supported = await a.db
			.select({ proposal: proposal.title, at: proposalSupport.createdAt })
			.from(proposalSupport)
			.innerJoin(proposal, eq(proposal.id, proposalSupport.proposalId))
			.where(eq(proposalSupport.personId, personId));
		await a.audit({ act: 'identity.data-exported', subject: ['person', personId], areaId: null });
		return ok({
			exportedAt: a.now,
			name,
			login: account?.login ?? null,
			...(await openPersonSecrets(a.db, personId)),
			appointments: memberships,
			...(await ownHomes(own)),
			consents: consents.map(({ purpose, version, givenAt, withdrawnAt }) => ({
				purpose,
				version,
				givenAt,
				withdrawnAt
			})),
			annotations: [...annotations, ...replies].map(({ body, createdAt }) => ({ body, createdAt })),
			proposals: proposals.map(({ title, body, place, createdAt }) => ({ title, body, place, createdAt })),
			supported,
			comments: comments.map(({ body, createdAt }) => ({ body, createdAt }))
		});
	});
