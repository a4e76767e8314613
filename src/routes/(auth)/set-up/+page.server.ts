import { setUpForm } from '#lib/domain/identity/sign-in.schema.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { openSetUp, setUp } from '#lib/server/identity/index.ts';
import { letIn, visitorOf } from '../let-in.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const found = await openSetUp(locals.ctx.database, url.searchParams.get('token') ?? '');
	return { living: !!found, district: found?.district ?? null };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(setUpForm, data);
		if (!form.ok) return form.failure;
		const { password, again, district, ...rest } = form.value;
		if (password !== again) return refused(refuse('identity.password-differs', { field: 'again' }).refusal, data);
		const token = event.url.searchParams.get('token') ?? '';
		const wanted = { ...rest, password, districtCode: district };
		const result = await setUp(event.locals.ctx.database, token, wanted, visitorOf(event));
		if (!result.ok) return refused(result.refusal, data);
		// the notice first: it holds back acts, and administering is one
		letIn(event, result.value.token, '/privacy-notice?next=/admin');
	}
};
