import { redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Result } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';

/** One decision of a queue: what was typed comes back under its own `id`, and the queue is read anew. */
export async function decided<S extends v.GenericSchema>(
	{ request, cookies, url }: RequestEvent,
	schema: S,
	decide: (input: v.InferOutput<S>) => Promise<Result>
) {
	const data = await request.formData();
	const form = parseForm(schema, data);
	if (!form.ok) return form.failure;
	const result = await decide(form.value);
	if (!result.ok) return refused(result.refusal, data);
	say(cookies, m.identity_decided());
	redirect(
		303,
		url.pathname + (url.searchParams.has('community') ? `?community=${url.searchParams.get('community')}` : '')
	);
}
