import { error, redirect } from '@sveltejs/kit';
import type { Refusal, Result } from '#lib/domain/shared/result.ts';
import { sentence } from './refusal.ts';

/**
 * What a page was asked to show. Where the policy refuses: a visitor signs in first and comes back, anybody else gets an
 * error page with the sentence (404 for what is not there, 403 for the rest).
 */
export function opened<T>(result: Result<T>, url: URL): T {
	if (result.ok) return result.value;
	const { refusal } = result;
	if (refusal.code === 'form.sign-in') redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	denied(refusal);
}

/** The error page for what is refused: 404 for what is not there, 403 for the rest. */
export function denied(refusal: Refusal): never {
	error(refusal.code === 'form.not-found' ? 404 : 403, sentence(refusal));
}
