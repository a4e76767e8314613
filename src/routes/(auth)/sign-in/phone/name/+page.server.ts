import { nextPath } from '#lib/domain/identity/next-path.ts';
import { nameForm } from '#lib/domain/identity/sign-in.schema.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { createResident } from '#lib/server/identity/index.ts';
import { letIn, visitorOf } from '../../../let-in.server.ts';
import { forgetStep, stepOf } from '../step.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = (event) => {
	stepOf(event, { proven: true });
	return { next: nextPath(event.url.searchParams.get('next'), '/join') };
};

export const actions: Actions = {
	default: async (event) => {
		const { phone } = stepOf(event, { proven: true });
		const data = await event.request.formData();
		const form = parseForm(nameForm, data);
		if (!form.ok) return form.failure;
		const { name, age, next } = form.value;
		if (age === 'child') return refused(refuse('identity.child', { field: 'age' }).refusal, data);
		const newcomer = { phone, name, adult: age === 'adult' };
		const result = await createResident(event.locals.ctx.database, newcomer, visitorOf(event));
		if (!result.ok) return refused(result.refusal, data);
		forgetStep(event);
		letIn(event, result.value.token, `/privacy-notice?next=${encodeURIComponent(nextPath(next, '/join'))}`);
	}
};
