import * as v from 'valibot';
import { isSecurityAdministrator } from '#lib/domain/identity/identity.policy.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { endAppointmentForm } from '#lib/domain/identity/sign-in.schema.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { endAppointment, readStaff, resetPassword, setAccountOpen } from '#lib/server/identity/index.ts';
import { saved } from '../../saved.server.ts';
import { handedLink } from '../handed-link.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const staff = opened(isId(params.id) ? await readStaff(locals.ctx, params.id) : refuse('form.not-found'), url);
	const mayAppoint = isSecurityAdministrator(locals.actor) && staff.personId !== locals.actor?.personId;
	return { staff, mayAppoint };
};

const nothing = v.object({});

export const actions: Actions = {
	end: (event) =>
		saved(
			event,
			endAppointmentForm,
			({ membershipId, endReason }) => endAppointment(event.locals.ctx, membershipId, endReason),
			{ said: () => m.admin_ended(), to: () => '/admin/staff' }
		),
	link: async ({ locals, params, url }) => {
		const result = await resetPassword(locals.ctx, params.id);
		return result.ok ? { link: handedLink(url, result.value.path) } : refused(result.refusal);
	},
	close: (event) =>
		saved(event, nothing, () => setAccountOpen(event.locals.ctx, event.params.id, false), {
			said: () => m.admin_closed()
		}),
	open: (event) =>
		saved(event, nothing, () => setAccountOpen(event.locals.ctx, event.params.id, true), {
			said: () => m.admin_opened()
		})
};
