import { mobileNumber } from '#lib/domain/identity/phone.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { credential, person } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { appoint, mayAppoint, placeOf, writeAppointment, type Appointment } from './appoint.ts';
import { findByPhone } from './person-secrets.ts';
import { issueResetLink } from './reset-password.ts';

export type NewStaff = Omit<Appointment, 'personId'> & { name: string; login: string };

/**
 * Makes an account for somebody and appoints them. Answers the one-time link at which they choose their password: nobody
 * else ever knows it.
 */
export async function createStaff(ctx: Context, wanted: NewStaff): Promise<Result<{ personId: string; path: string }>> {
	try {
		return await act(ctx, async (a) => {
			const place = await placeOf(a, wanted.organisationId);
			const may = await mayAppoint(a, { ...wanted, personId: null }, place);
			if (!may.ok) return may;
			const personId = newId();
			await a.db.insert(person).values({ id: personId, name: wanted.name, createdAt: a.now });
			await a.db.insert(credential).values({ personId, login: wanted.login, mustChange: true, createdAt: a.now });
			const appointed = await writeAppointment(a, { ...wanted, personId }, place!);
			if (!appointed.ok) return appointed;
			return ok({ personId, path: await issueResetLink(a, personId) });
		});
	} catch (error) {
		if (violates(error, 'one_credential_per_login')) return refuse('identity.login-taken', { field: 'login' });
		throw error;
	}
}

/** Appoints somebody who already signs in by phone: a resident who becomes representative, volunteer, grid worker. */
export async function appointByPhone(
	ctx: Context,
	{ phone, ...wanted }: Omit<Appointment, 'personId'> & { phone: string }
): Promise<Result<{ personId: string }>> {
	const number = mobileNumber(phone);
	if (!number) return refuse('identity.phone-unreadable', { field: 'phone' });
	const found = await act(ctx, async (a) => {
		// before anybody learns whether the phone is known here
		const may = await mayAppoint(a, { ...wanted, personId: null }, await placeOf(a, wanted.organisationId));
		if (!may.ok) return may;
		const personId = await findByPhone(a.db, number);
		return personId ? ok(personId) : refuse('identity.phone-unknown', { field: 'phone' });
	});
	if (!found.ok) return found;
	const appointed = await appoint(ctx, { ...wanted, personId: found.value });
	return appointed.ok ? ok({ personId: found.value }) : appointed;
}
