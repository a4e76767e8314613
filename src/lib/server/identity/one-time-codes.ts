import { createHmac } from 'node:crypto';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { LETTER_ALPHABET, LETTER_LENGTH, PHONE_GUESSES, PHONE_LENGTH, spell } from '#lib/domain/identity/codes.ts';
import type { Db } from '../db/client.ts';
import { oneTimeCode } from '../db/schema/index.ts';
import { newId } from '../platform/ids.ts';
import { digest, subkey } from '../platform/secrets.ts';

type Row = typeof oneTimeCode.$inferSelect;
export type CodePurpose = Row['purpose'];

const live = and(isNull(oneTimeCode.usedAt), isNull(oneTimeCode.revokedAt));

/**
 * The code of a row. It follows from the row's id and a key outside the database: letters can be printed again, and a dump
 * of the database holds no code.
 */
export function codeOf({ id, purpose }: Pick<Row, 'id' | 'purpose'>): string {
	const bytes = Buffer.concat(
		[0, 1].map((part) =>
			createHmac('sha256', subkey('ticket:one-time-code')).update(`${purpose}\0${id}\0${part}`).digest()
		)
	);
	switch (purpose) {
		case 'phone':
			return spell(bytes, '0123456789', PHONE_LENGTH);
		case 'household-letter':
			return spell(bytes, LETTER_ALPHABET, LETTER_LENGTH);
		case 'password-reset':
		case 'first-administrator':
			return bytes.subarray(0, 32).toString('base64url');
		default: {
			const never: never = purpose;
			return never;
		}
	}
}

export const codeHash = (purpose: CodePurpose, code: string): string =>
	digest(`code:${purpose}`, code).toString('base64url');

export interface NewCode {
	purpose: CodePurpose;
	subject: string;
	expiresAt: Date;
	communityId?: string;
	createdBy?: string;
}

/** Issues codes; whatever lived for the same subjects ends. Of two at once for one subject the later one stays. */
export async function issueCodes(db: Db, wanted: readonly NewCode[], now: Date): Promise<Row[]> {
	const made: Row[] = [];
	for (const { purpose, subject, expiresAt, communityId, createdBy } of wanted) {
		await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose}:${subject}`}, 8154003))`);
		await db
			.update(oneTimeCode)
			.set({ revokedAt: now })
			.where(and(eq(oneTimeCode.purpose, purpose), eq(oneTimeCode.subject, subject), live));
		const id = newId();
		const hash = codeHash(purpose, codeOf({ id, purpose }));
		const [row] = await db
			.insert(oneTimeCode)
			.values({ id, purpose, subject, codeHash: hash, communityId, expiresAt, createdBy, createdAt: now })
			.returning();
		made.push(row!);
	}
	return made;
}

/** Uses a long code (letter, link) up: one statement, so that of many at once one gets the row and the others nothing. */
export async function useCode(db: Db, purpose: CodePurpose, code: string, now: Date): Promise<Row | undefined> {
	const [row] = await db
		.update(oneTimeCode)
		.set({ usedAt: now })
		.where(
			and(
				eq(oneTimeCode.purpose, purpose),
				eq(oneTimeCode.codeHash, codeHash(purpose, code)),
				gt(oneTimeCode.expiresAt, now),
				live
			)
		)
		.returning();
	return row;
}

/** The living code as it is, unused: for showing what a link leads to. */
export const findCode = (db: Db, purpose: CodePurpose, code: string, now: Date): Promise<Row | undefined> =>
	db.query.oneTimeCode.findFirst({
		where: and(
			eq(oneTimeCode.purpose, purpose),
			eq(oneTimeCode.codeHash, codeHash(purpose, code)),
			gt(oneTimeCode.expiresAt, now),
			live
		)
	});

/** The living code of a subject, if any. */
export const livingCode = (db: Db, purpose: CodePurpose, subject: string, now: Date): Promise<Row | undefined> =>
	db.query.oneTimeCode.findFirst({
		where: and(eq(oneTimeCode.purpose, purpose), eq(oneTimeCode.subject, subject), gt(oneTimeCode.expiresAt, now), live)
	});

/**
 * Tries a short code for its subject. Each try is counted before it is compared, so that however many are sent at once
 * no more than five are looked at.
 */
export async function tryShortCode(
	db: Db,
	subject: string,
	code: string,
	now: Date
): Promise<'right' | 'wrong' | 'none'> {
	const [row] = await db
		.update(oneTimeCode)
		.set({ attempts: sql`${oneTimeCode.attempts} + 1` })
		.where(
			and(
				eq(oneTimeCode.purpose, 'phone'),
				eq(oneTimeCode.subject, subject),
				lt(oneTimeCode.attempts, PHONE_GUESSES),
				gt(oneTimeCode.expiresAt, now),
				live
			)
		)
		.returning();
	if (!row) return 'none';
	if (row.codeHash !== codeHash('phone', code)) return 'wrong';
	const used = await db
		.update(oneTimeCode)
		.set({ usedAt: now })
		.where(and(eq(oneTimeCode.id, row.id), live))
		.returning();
	return used.length ? 'right' : 'none';
}
