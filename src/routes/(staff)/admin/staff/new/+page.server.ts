import type { RequestEvent } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/is-id.ts';
import { appointByPhoneForm, appointForm, newStaffForm } from '#lib/domain/identity/sign-in.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import {
	appoint,
	appointByPhone,
	createStaff,
	organisationsWithin,
	readStaff,
	rolesToGive
} from '#lib/server/identity/index.ts';
import { saved } from '../../saved.server.ts';
import { handedLink } from '../handed-link.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** `?organisation=` chosen first, since it says which roles there are; `?person=` is known already. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const asked = (name: string) => [url.searchParams.get(name) ?? ''].find(isId);
	const [organisationId, personId] = [asked('organisation'), asked('person')];
	const person = personId ? opened(await readStaff(ctx, personId), url).name : null;
	const organisations = opened(await organisationsWithin(ctx), url);
	// appointing the first security administrator ends the right to: what was handed out must still be shown
	const given = organisationId ? await rolesToGive(ctx, organisationId, personId ?? null) : null;
	const refusal = given && !given.ok ? sentence(given.refusal) : null;
	return { personId: personId ?? null, person, office: given?.ok ? given.value : null, refusal, organisations };
};

const to = ({ personId }: { personId: string }) => `/admin/staff/${personId}`;

export const actions: Actions = {
	account: async ({ locals, request, url }: RequestEvent) => {
		const data = await request.formData();
		const form = parseForm(newStaffForm, data);
		if (!form.ok) return form.failure;
		const result = await createStaff(locals.ctx, form.value);
		if (!result.ok) return refused(result.refusal, data);
		const { personId, path } = result.value;
		return { made: { personId, name: form.value.name, link: handedLink(url, path) } };
	},
	phone: (event) => saved(event, appointByPhoneForm, (wanted) => appointByPhone(event.locals.ctx, wanted), { to }),
	person: async (event) => {
		const personId = event.url.searchParams.get('person') ?? '';
		const { name } = opened(
			await readStaff(event.locals.ctx, isId(personId) ? personId : crypto.randomUUID()),
			event.url
		);
		const said = () => m.admin_appointed({ name });
		return saved(event, appointForm, (wanted) => appoint(event.locals.ctx, { personId, ...wanted }), {
			said,
			to: () => to({ personId })
		});
	}
};
