import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Database } from '../db/client.ts';
import { actorColumns } from './load-actor.ts';

/** What an actor must do before anything else; null when nothing. */
export type Gate = 'password' | 'totp' | 'notice';

export interface SessionAttributes {
	device: string | null;
	seenAt?: Date;
}
export interface PersonAttributes {
	actor: Person;
	mustChange: boolean;
	hasTotp: boolean;
	/** Signs in with a password; others prove their phone each time. */
	hasLogin: boolean;
	/** Versions of the privacy notice the person has accepted and not taken back. */
	notices: string[];
}

/** What is stored for a token: a stolen dump opens no session. */
export const sessionId = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Somebody appointed who has not been seen for this long signs in again. */
const STAFF_IDLE_HOURS = 12;

/** Lucia counts by the wall clock; rows follow app_now(). The time that is left is the same on both. */
const left = (expiresAt: Date) => expiresAt.getTime() - Date.now();

/** Lucia's adapter over our table, with the SHA-256 of the token for its id; the person comes along as the user. */
export function sessionAdapter({ sql }: Database): Adapter {
	return {
		async getSessionAndUser(token) {
			const [row] = await sql<(Person & PersonAttributes & { leftMs: number; device: string; seenAt: string })[]>`
				select ${actorColumns(sql)}, s.device, s.seen_at as "seenAt",
					extract(epoch from s.expires_at - n.now)::float8 * 1000 as "leftMs",
					coalesce(c.must_change, false) as "mustChange", c.totp_secret is not null as "hasTotp",
					c.person_id is not null as "hasLogin",
					coalesce((select jsonb_agg(t.version) from consent t where t.person_id = p.id
						and t.purpose = 'privacy-notice' and t.withdrawn_at is null), '[]') as notices
				from session s join person p on p.id = s.person_id left join credential c on c.person_id = p.id,
					(select app_now() as now) n
				where s.id = ${sessionId(token)} and s.expires_at > n.now
					and p.erased_at is null and c.disabled_at is null
					and (s.seen_at > n.now - ${STAFF_IDLE_HOURS} * interval '1 hour'
						or not exists (select from membership m where m.person_id = p.id))`;
			if (!row) return [null, null];
			const { leftMs, device, seenAt, mustChange, hasTotp, hasLogin, notices, ...actor } = row;
			const session: DatabaseSession = {
				id: token,
				userId: actor.personId,
				expiresAt: new Date(Date.now() + leftMs),
				attributes: { device, seenAt: new Date(seenAt) }
			};
			const user: DatabaseUser = { id: actor.personId, attributes: { actor, mustChange, hasTotp, hasLogin, notices } };
			return [session, user];
		},
		async getUserSessions(personId) {
			const rows = await sql<{ id: string; leftMs: number; device: string | null; seenAt: string }[]>`
				select id, device, seen_at as "seenAt", extract(epoch from expires_at - n.now)::float8 * 1000 as "leftMs"
				from session, (select app_now() as now) n
				where person_id = ${personId} and expires_at > n.now order by seen_at desc`;
			return rows.map(({ id, leftMs, device, seenAt }) => ({
				id,
				userId: personId,
				expiresAt: new Date(Date.now() + leftMs),
				attributes: { device, seenAt: new Date(seenAt) }
			}));
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			await sql`
				insert into session (id, person_id, expires_at, device)
				values (${sessionId(id)}, ${userId}, app_now() + ${left(expiresAt)} * interval '1 millisecond',
					${attributes.device})`;
		},
		async updateSessionExpiration(token, expiresAt) {
			await sql`
				update session set expires_at = app_now() + ${left(expiresAt)} * interval '1 millisecond'
				where id = ${sessionId(token)}`;
		},
		async deleteSession(token) {
			await sql`delete from session where id = ${sessionId(token)}`;
		},
		async deleteUserSessions(personId) {
			await sql`delete from session where person_id = ${personId}`;
		},
		async deleteExpiredSessions() {
			await sql`delete from session where expires_at <= app_now()`;
		}
	};
}
