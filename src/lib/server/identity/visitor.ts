import { timeOfDay } from '#lib/domain/identity/time-of-day.ts';
import { refuse } from '#lib/domain/shared/result.ts';

/** Somebody who has not signed in yet. */
export interface Visitor {
	/** Network address, for limits only. */
	address: string;
	/** What browser it is, as deviceName() says. */
	device: string | null;
}

/** "… try again after 19:05." */
export const locked = (until: Date, code = 'identity.locked') => refuse(code, { params: { until: timeOfDay(until) } });
