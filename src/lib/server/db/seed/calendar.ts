const DAY = 86_400_000;
/** Asia/Shanghai has kept UTC+8 all the year round since 1991. */
const OFFSET = 8 * 3_600_000;

/** What is under way at the seeding hangs on the last of these hours: some of its clocks run for a few hours only. */
const MARKS = ['09:00', '11:00', '13:30', '15:30', '17:30', '19:00'] as const;

/** Every moment of the demo, counted from day 0: the day of seeding in Asia/Shanghai. */
export class Calendar {
	/** Midnight in Shanghai with which day 0 begins. */
	readonly #midnight: number;
	readonly #justNow: Date;

	constructor(now: Date) {
		this.#midnight = Math.floor((now.getTime() + OFFSET) / DAY) * DAY - OFFSET;
		const passed = MARKS.findLast((mark) => this.at(0, mark) <= now);
		this.#justNow = passed ? this.at(0, passed) : this.at(-1, '19:00');
	}

	/** Minutes before the last mark of the day; the same all the time between two marks. */
	justNow(minutesBefore = 0): Date {
		return new Date(this.#justNow.getTime() - minutesBefore * 60_000);
	}

	/** `at(-3, '19:30')`: half past seven in the evening three days ago. */
	at(day: number, time = '00:00'): Date {
		const [hours, minutes] = time.split(':').map(Number);
		return new Date(this.#midnight + day * DAY + hours! * 3_600_000 + minutes! * 60_000);
	}

	/** The date of that day as people write it in a form: 2026-11-24. */
	date(day: number): string {
		return new Date(this.#midnight + OFFSET + day * DAY).toISOString().slice(0, 10);
	}

	/** 1 is Monday, 7 Sunday. */
	weekday(day: number): number {
		return new Date(this.#midnight + OFFSET + day * DAY).getUTCDay() || 7;
	}

	/** The nearest such weekday on or before `day`. */
	lastWeekday(weekday: number, day: number): number {
		return day - ((this.weekday(day) - weekday + 7) % 7);
	}

	/** The nearest day from Monday to Friday, on or before `day`, or after it. */
	workday(day: number, towards: 'before' | 'after'): number {
		const step = towards === 'before' ? -1 : 1;
		return this.weekday(day) <= 5 ? day : this.workday(day + step, towards);
	}

	/** How many days after day 0 that moment lies; negative before. */
	dayOf(moment: Date): number {
		return Math.floor((moment.getTime() - this.#midnight) / DAY);
	}
}
