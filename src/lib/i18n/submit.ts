import { redirect } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Result } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from './form.ts';

/**
 * The usual form action: check the fields (422), do the act (409 with a sentence where it is refused), go back to the
 * page (303), so that a reload does not send the form again.
 */
export async function submit<S extends v.GenericSchema>(
	request: Request,
	schema: S,
	url: URL,
	doIt: (input: v.InferOutput<S>) => Promise<Result<unknown>>,
	/** Says what has been done, on the page that is shown next (`said.ts`). */
	said?: () => void
) {
	const data = await request.formData();
	const input = parseForm(schema, data);
	if (!input.ok) return input.failure;
	const done = await doIt(input.value);
	if (!done.ok) return refused(done.refusal, data);
	said?.();
	redirect(303, url.pathname);
}
