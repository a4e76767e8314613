import * as messages from '#lib/i18n/paraglide/messages/_index.js';

/**
 * The sentence of a notification in the reader's language: message `notification_<kind>` with its params. Loads every
 * message: for server files only. A kind without a sentence is a bug, and a test finds it.
 */
export function notificationSentence(kind: string, params: Record<string, string | number>): string {
	const key = `notification_${kind.replace(/[.-]/g, '_')}`;
	const message = (messages as unknown as Record<string, (params: object) => string>)[key];
	if (!message) throw new Error(`No message for notification ${kind} (${key})`);
	return message(params);
}
