import { time } from '#lib/i18n/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** 李桂兰，晚上好: by the hour in Shanghai. */
export function greeting(name: string, now: Date): string {
	const clock = time(now);
	if (clock < '05:00') return m.shell_greeting_evening({ name });
	if (clock < '11:00') return m.shell_greeting_morning({ name });
	if (clock < '13:00') return m.shell_greeting_noon({ name });
	if (clock < '18:00') return m.shell_greeting_afternoon({ name });
	return m.shell_greeting_evening({ name });
}
