import { PRIVACY_NOTICE_PURPOSE, PRIVACY_NOTICE_VERSION } from '#lib/domain/identity/privacy-notice.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import type { Db } from '../db/client.ts';
import { consent, credential, membership, person } from '../db/schema/index.ts';
import { newId } from '../platform/ids.ts';
import { storePersonSecrets } from './person-secrets.ts';

export interface DemoAccount {
	/** Given where the seed wants the same id each time; the person may exist already. */
	personId?: string;
	name: string;
	login: string;
	/** From hashPassword(DEMO_PASSWORD), computed once for all. */
	passwordHash: string;
	phone?: string;
	memberships?: { role: Role; organisationId: string; areaId: string; title?: string }[];
	/** Since when: appointments, consent and account. */
	since: Date;
}

/**
 * A person who can sign in at once: notice accepted, no second factor asked. For the seed and for tests; in a real
 * installation people come in by sign-up, import or appointment.
 */
export async function createDemoAccount(db: Db, account: DemoAccount): Promise<string> {
	const personId = account.personId ?? newId();
	const { name, login, passwordHash, phone, since } = account;
	await db.insert(person).values({ id: personId, name, createdAt: since }).onConflictDoNothing();
	await db.insert(credential).values({ personId, login, passwordHash, createdAt: since });
	if (phone) await storePersonSecrets(db, personId, { phone });
	const memberships = account.memberships ?? [];
	if (memberships.length) {
		await db
			.insert(membership)
			.values(memberships.map((m) => ({ id: newId(), personId, ...m, validFrom: since, createdAt: since })));
	}
	await db.insert(consent).values({
		id: newId(),
		personId,
		purpose: PRIVACY_NOTICE_PURPOSE,
		version: PRIVACY_NOTICE_VERSION,
		givenAt: since
	});
	return personId;
}
