import { and, eq, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Actor, Person } from '#lib/domain/shared/actor.ts';
import { PRIVACY_NOTICE_VERSION } from '#lib/domain/identity/privacy-notice.ts';
import type { Database, Db } from '../db/client.ts';
import { session } from '../db/schema/index.ts';
import { isDemo } from './demo.ts';
import { announceAccess } from './documents/index.ts';
import { newSecret } from './ids.ts';
import {
	sessionAdapter,
	sessionId,
	type Gate,
	type PersonAttributes,
	type SessionAttributes
} from './session-adapter.ts';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOver>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: PersonAttributes;
	}
}

export const SESSION_COOKIE = 'session';
const MONTH = new TimeSpan(30, 'd');
const SEEN_EVERY_MS = 5 * 60_000;

const luciaOver = (database: Database) =>
	new Lucia(sessionAdapter(database), {
		sessionExpiresIn: MONTH,
		sessionCookie: { name: SESSION_COOKIE },
		getSessionAttributes: (attributes: SessionAttributes) => attributes,
		getUserAttributes: (attributes: PersonAttributes) => attributes
	});

const made = new WeakMap<Database, ReturnType<typeof luciaOver>>();
function lucia(database: Database) {
	const known = made.get(database) ?? luciaOver(database);
	made.set(database, known);
	return known;
}

export interface SignedIn {
	actor: Person;
	/** SHA-256 of the token: for listing and revoking, worthless as a cookie. */
	sessionId: string;
	/** What must be done before acting, if anything. */
	gate: Gate | null;
	/** The session was prolonged: the cookie must be set anew. */
	prolonged: boolean;
}

/** Who holds this token; null where it is unknown, expired, revoked, or its owner may no longer sign in. */
export async function resolveSession(database: Database, token: string | undefined | null): Promise<SignedIn | null> {
	if (!token) return null;
	const { session: open, user } = await lucia(database).validateSession(token);
	if (!open) return null;
	const id = sessionId(token);
	if (Date.now() - open.seenAt!.getTime() > SEEN_EVERY_MS) {
		await database.sql`update session set seen_at = app_now() where id = ${id}`;
	}
	const gate = await gateOf(database, user);
	return { actor: user.actor, sessionId: id, gate, prolonged: open.fresh };
}

async function gateOf(database: Database, user: PersonAttributes): Promise<Gate | null> {
	if (user.mustChange) return 'password';
	// a resident appointed by phone has no password to add a second factor to
	const lacksTotp = user.hasLogin && !user.hasTotp && user.actor.memberships.length > 0;
	if (lacksTotp && !(await isDemo(database))) return 'totp';
	return user.notices.includes(PRIVACY_NOTICE_VERSION) ? null : 'notice';
}

/** For sockets: the person who may act with the cookie of this request, or null. */
export async function actorOfCookies(database: Database, cookieHeader: string | undefined): Promise<Actor> {
	const token = cookieHeader?.match(/(?:^|;\s*)session=([\w-]+)/)?.[1];
	const signedIn = await resolveSession(database, token);
	return signedIn && !signedIn.gate ? signedIn.actor : null;
}

/** Opens a session and hands out its token, the only copy. Always a new one: what a browser brought along is worth nothing. */
export async function openSession(database: Database, personId: string, device: string | null): Promise<string> {
	const token = newSecret();
	await lucia(database).createSession(personId, { device }, { sessionId: token });
	return token;
}

/** Ends the session that this token opened, and what is open on it. */
export async function closeSession(database: Database, token: string): Promise<void> {
	await database.db.transaction(async (tx) => {
		const [closed] = await tx
			.delete(session)
			.where(eq(session.id, sessionId(token)))
			.returning({ personId: session.personId });
		if (closed) await announceAccess(tx, closed);
	});
}

/** The person's open sessions, last seen first. */
export async function listSessions(database: Database, personId: string) {
	const sessions = await lucia(database).getUserSessions(personId);
	return sessions.map(({ id, device, seenAt }) => ({ id, device, seenAt: seenAt! }));
}

/** Ends all of a person's sessions but `keep`: password, second factor or roles have changed. */
export async function closeSessionsOf(db: Db, personId: string, keep?: string | null): Promise<void> {
	await db.delete(session).where(and(eq(session.personId, personId), keep ? ne(session.id, keep) : undefined));
	await announceAccess(db, { personId });
}

/** How the cookie is set; `secure` behind TLS. */
export const sessionCookie = (secure: boolean) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: MONTH.seconds() }) as const;
