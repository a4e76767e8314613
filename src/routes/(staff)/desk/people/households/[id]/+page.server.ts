import { fail } from '@sveltejs/kit';
import { representativeForm, sensitiveForm } from '#lib/domain/identity/homes.schema.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { submit } from '#lib/i18n/submit.ts';
import { issueLetters, readHousehold, readSensitive, recordRepresentative } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = isId(params.id) ? await readHousehold(locals.ctx, params.id) : refuse('form.not-found');
	return { home: opened(found, url) };
};

export const actions: Actions = {
	representative: ({ locals, request, url }) =>
		submit(request, representativeForm, url, (input) => recordRepresentative(locals.ctx, input)),
	letter: async ({ locals, params }) => {
		if (!isId(params.id)) return refused(refuse('form.not-found').refusal);
		const result = await issueLetters(locals.ctx, { householdId: params.id });
		if (!result.ok) return refused(result.refusal);
		return { issued: true };
	},
	/** Shown once, in answer to the question: a phone in clear stands in no address and no cache. */
	phone: async ({ locals, request }) => {
		const data = await request.formData();
		const form = parseForm(sensitiveForm, data);
		if (!form.ok) return fail(422, { ...form.failure.data, asked: String(data.get('personId')) });
		const { personId, reason } = form.value;
		const result = await readSensitive(locals.ctx, personId, ['phone'], reason);
		if (!result.ok) return refused(result.refusal, data);
		return { shown: { personId, phone: result.value.phone ?? null } };
	}
};
