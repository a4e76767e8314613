import { onTopic } from '../platform/topics.ts';

/** Everybody follows their own news, nobody another's. */
export function registerNotifications(): void {
	onTopic('person', ({ actor }, id) => actor?.personId === id);
}
