import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { personSecret } from '../db/schema/index.ts';
import { digest, newDataKey, seal, unseal, unwrapDataKey } from '../platform/secrets.ts';

/** The sensitive fields of a person, in clear. `phone` as mobileNumber() writes it. */
export interface Secrets {
	phone?: string;
	idNumber?: string;
}

type Row = typeof personSecret.$inferInsert;

const sealedFields = (personId: string, key: Uint8Array, { phone, idNumber }: Secrets) => ({
	...(phone !== undefined && { phone: seal(key, phone, `phone:${personId}`), phoneDigest: phoneDigest(phone) }),
	...(idNumber !== undefined && {
		idNumber: seal(key, idNumber, `id-number:${personId}`),
		idNumberDigest: digest('id-number', idNumber.toUpperCase())
	})
});

export const phoneDigest = (phone: string): Buffer => digest('phone', phone);

/** A row of person_secret under a fresh data key, for inserting many at once. */
export function sealPersonSecrets(personId: string, secrets: Secrets): Row {
	const { key, wrapped } = newDataKey(personId);
	return { personId, wrappedKey: wrapped, ...sealedFields(personId, key, secrets) };
}

/** The person's data key, made at first need. */
export async function dataKey(db: Db, personId: string): Promise<Buffer> {
	const { key, wrapped } = newDataKey(personId);
	const [made] = await db
		.insert(personSecret)
		.values({ personId, wrappedKey: wrapped })
		.onConflictDoNothing()
		.returning();
	if (made) return key;
	const row = await db.query.personSecret.findFirst({ where: eq(personSecret.personId, personId) });
	return unwrapDataKey(row!.wrappedKey, personId);
}

/** Stores the given fields under the person's data key; the others stay. The caller has asked its policy. */
export async function storePersonSecrets(db: Db, personId: string, secrets: Secrets): Promise<void> {
	const key = await dataKey(db, personId);
	await db
		.update(personSecret)
		.set(sealedFields(personId, key, secrets))
		.where(eq(personSecret.personId, personId));
}

/** The fields in clear, unlogged: only for the person's own eyes and for sending a message. Others: readSensitive(). */
export async function openPersonSecrets(db: Db, personId: string): Promise<Secrets> {
	const row = await db.query.personSecret.findFirst({ where: eq(personSecret.personId, personId) });
	if (!row) return {};
	const key = unwrapDataKey(row.wrappedKey, personId);
	return {
		...(row.phone && { phone: unseal(key, row.phone, `phone:${personId}`).toString() }),
		...(row.idNumber && { idNumber: unseal(key, row.idNumber, `id-number:${personId}`).toString() })
	};
}

/** Who has this phone, or undefined. */
export async function findByPhone(db: Db, phone: string): Promise<string | undefined> {
	const row = await db.query.personSecret.findFirst({
		columns: { personId: true },
		where: eq(personSecret.phoneDigest, phoneDigest(phone))
	});
	return row?.personId;
}
