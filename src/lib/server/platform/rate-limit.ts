import type { Database } from '../db/client.ts';
import { digest } from './secrets.ts';

/** So many failures within the window lock the subject for a while. Successes never count. */
export interface Limit {
	bucket: string;
	failures: number;
	windowMinutes: number;
	lockMinutes: number;
}

/** An address may stand for a whole building behind one router: it gets more room than an account. */
export const LIMITS = {
	signInLogin: { bucket: 'sign-in:login', failures: 5, windowMinutes: 15, lockMinutes: 15 },
	signInAddress: { bucket: 'sign-in:address', failures: 100, windowMinutes: 15, lockMinutes: 15 },
	passwordChange: { bucket: 'password-change:person', failures: 5, windowMinutes: 15, lockMinutes: 15 },
	totp: { bucket: 'totp:person', failures: 5, windowMinutes: 15, lockMinutes: 15 },
	phoneCode: { bucket: 'phone-code:phone', failures: 5, windowMinutes: 15, lockMinutes: 15 },
	phoneSendPhone: { bucket: 'phone-send:phone', failures: 5, windowMinutes: 60, lockMinutes: 60 },
	phoneSendAddress: { bucket: 'phone-send:address', failures: 60, windowMinutes: 60, lockMinutes: 60 },
	letterAddress: { bucket: 'letter:address', failures: 20, windowMinutes: 60, lockMinutes: 60 },
	letterPerson: { bucket: 'letter:person', failures: 10, windowMinutes: 60, lockMinutes: 60 },
	proxyPerson: { bucket: 'proxy:person', failures: 10, windowMinutes: 60, lockMinutes: 60 },
	linkAddress: { bucket: 'link:address', failures: 20, windowMinutes: 60, lockMinutes: 60 }
} as const satisfies Record<string, Limit>;

/** A limit and the login, address or phone it is counted for. Only an HMAC of the subject is stored. */
export type Counted = [limit: Limit, subject: string];

const keyOf = ([limit, subject]: Counted) => digest(limit.bucket, subject).toString('base64url');

/** Until when the subjects are locked: the latest moment, or null. */
export async function lockedUntil({ sql }: Pick<Database, 'sql'>, counted: Counted[]): Promise<Date | null> {
	const [row] = await sql<{ until: string | null }[]>`
		select max(locked_until) as until from rate_limit
		where bucket = any(${counted.map(([limit]) => limit.bucket)}) and subject = any(${counted.map(keyOf)})
			and locked_until > app_now()`;
	return row!.until ? new Date(row!.until) : null;
}

/** Counts one failure for each, at once and on its own (a rolled-back act does not forget it). Answers like lockedUntil. */
export async function countFailure({ sql }: Pick<Database, 'sql'>, counted: Counted[]): Promise<Date | null> {
	let until: Date | null = null;
	for (const one of counted) {
		const [{ bucket, failures, windowMinutes, lockMinutes }] = one;
		const [row] = await sql<{ lockedUntil: string | null }[]>`
			insert into rate_limit as r (bucket, subject, failures, window_start, locked_until)
			select ${bucket}, ${keyOf(one)}, 1, n, null from app_now() n
			on conflict (bucket, subject) do update set
				failures = case when r.window_start > excluded.window_start - ${windowMinutes} * interval '1 minute'
					then r.failures + 1 else 1 end,
				window_start = case when r.window_start > excluded.window_start - ${windowMinutes} * interval '1 minute'
					then r.window_start else excluded.window_start end,
				locked_until = case when r.window_start > excluded.window_start - ${windowMinutes} * interval '1 minute'
					and r.failures + 1 >= ${failures}
					then excluded.window_start + ${lockMinutes} * interval '1 minute' else r.locked_until end
			returning case when locked_until > app_now() then locked_until end as "lockedUntil"`;
		const locked = row!.lockedUntil ? new Date(row!.lockedUntil) : null;
		if (locked && (!until || locked > until)) until = locked;
	}
	return until;
}

/** A success wipes the slate of that subject. */
export async function forgive({ sql }: Pick<Database, 'sql'>, [limit, subject]: Counted): Promise<void> {
	await sql`delete from rate_limit where bucket = ${limit.bucket} and subject = ${keyOf([limit, subject])}`;
}
