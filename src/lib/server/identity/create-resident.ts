import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { person } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { enter } from './enter.ts';
import { storePersonSecrets } from './person-secrets.ts';
import type { Visitor } from './visitor.ts';

/** A newcomer who has proved a phone gives a name: a person without home yet, signed in. */
export async function createResident(
	database: Database,
	{ phone, name, adult }: { phone: string; name: string; adult: boolean },
	visitor: Visitor
): Promise<Result<{ token: string }>> {
	const personId = newId();
	try {
		await act({ database, actor: null }, async (a) => {
			await a.db.insert(person).values({ id: personId, name, adult, createdAt: a.now });
			await storePersonSecrets(a.db, personId, { phone });
			await a.audit({ act: 'identity.signed-up', subject: ['person', personId], areaId: null });
			return ok();
		});
	} catch (error) {
		if (violates(error, 'one_person_per_phone')) return refuse('identity.phone-taken');
		throw error;
	}
	return enter(database, personId, 'sign-up', visitor);
}
