import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import type { FormState } from '#lib/ui/form-state.ts';

/**
 * Sends a form without leaving the page, as beside an open editor: what was taken is read again where it shows, what was
 * not goes to `done` with its sentences. Without scripts the form is sent the usual way.
 */
export function sendInPlace(done: (failure: FormState | null) => void): SubmitFunction {
	return () =>
		async ({ result, formElement }) => {
			if (result.type === 'failure') return done((result.data ?? null) as FormState | null);
			if (result.type === 'error') return applyAction(result);
			formElement.reset();
			await invalidateAll();
			done(null);
		};
}
