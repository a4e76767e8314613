import type { Refusal } from '#lib/domain/shared/result.ts';
import * as messages from '#lib/i18n/paraglide/messages/_index.js';

/**
 * The sentence a refusal becomes in the reader's language. Loads every message: for server files only.
 * A code without a sentence is a bug, and a test finds it.
 */
export function sentence(refusal: Refusal): string {
	const key = `refusal_${refusal.code.replace(/[.-]/g, '_')}`;
	const message = (messages as unknown as Record<string, (params: object) => string>)[key];
	if (!message) throw new Error(`No message for refusal ${refusal.code} (${key})`);
	return message(refusal.params ?? {});
}
