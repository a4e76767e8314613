import { redirect, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Result } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';

/**
 * One form of a page that has several: the hidden field `form` says which, so that what was typed comes back there. Says
 * what has been done, and reads the page anew, or goes on `to` another.
 */
export async function saved<S extends v.GenericSchema, T>(
	{ request, cookies, url }: RequestEvent,
	schema: S,
	doIt: (input: v.InferOutput<S>) => Promise<Result<T>>,
	{ said, to }: { said?: (input: v.InferOutput<S>) => string; to?: (value: T) => string } = {}
) {
	const data = await request.formData();
	const form = parseForm(schema, data);
	if (!form.ok) return form.failure;
	const result = await doIt(form.value);
	if (!result.ok) return refused(result.refusal, data);
	say(cookies, said?.(form.value) ?? m.admin_saved());
	redirect(303, to?.(result.value) ?? url.pathname);
}
