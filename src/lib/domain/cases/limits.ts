import { days, hours, minutes, workingDays, workingHours, type Limit } from '#lib/domain/shared/working-time.ts';

/** A danger, B utilities and extreme weather, C general, D complex (only street or district may set it). */
export const CLASSES = ['A', 'B', 'C', 'D'] as const;
export type CaseClass = (typeof CLASSES)[number];

export interface ClassLimits {
	/** From submission until the desk accepts or refuses. */
	accept: Limit;
	/** From acceptance until a unit is named. */
	dispatch: Limit;
	/** From dispatch until the unit signs. */
	sign: Limit;
	/** From a dispute until the next level rules. */
	ruling: Limit;
	/** From a whistle until a department reports in. */
	reportIn: Limit;
	/** Until the matter is answered: the level's own clock and the resident's. */
	feedback: Limit;
}

export const CLASS_LIMITS: Readonly<Record<CaseClass, ClassLimits>> = {
	A: {
		accept: minutes(15),
		dispatch: hours(1),
		sign: minutes(30),
		ruling: minutes(30),
		reportIn: minutes(30),
		feedback: hours(2)
	},
	B: {
		accept: workingHours(2),
		dispatch: hours(2),
		sign: hours(1),
		ruling: hours(2),
		reportIn: hours(2),
		feedback: hours(24)
	},
	C: {
		accept: workingHours(2),
		dispatch: hours(24),
		sign: workingHours(4),
		ruling: workingDays(1),
		reportIn: workingDays(1),
		feedback: days(7)
	},
	D: {
		accept: workingHours(2),
		dispatch: hours(24),
		sign: workingHours(4),
		ruling: workingDays(1),
		reportIn: workingDays(1),
		feedback: days(15)
	}
};

/** Limits that do not depend on the class. */
export const APPEAL: Limit = workingDays(1);
export const VERIFY: Limit = workingDays(1);
export const CALL_BACK: Limit = days(7);
export const CALL_BACK_TRIES = 3;
export const REPLY_DAYS = 5;
export const ACCOUNT_DAYS = 90;
export const REOPEN: Limit = days(14);
export const REOPENS = 2;
/** A like matter at the same place within this time is a recurrence. */
export const RECURRENCE: Limit = days(30);
export const MERGE_METRES = 250;

/** Shares of a clock at which the one who has the matter is warned. */
export const WARNINGS = [50, 80] as const;
export type Warning = (typeof WARNINGS)[number];
