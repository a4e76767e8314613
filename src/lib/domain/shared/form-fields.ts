import * as v from 'valibot';

/** A text field that must hold something: trimmed, at most `most` characters. `missing` and `tooLong` are refusal codes. */
export const requiredText = (missing: string, most: number, tooLong: string) =>
	v.pipe(v.string(missing), v.trim(), v.nonEmpty(missing), v.maxLength(most, tooLong));

/** `2026-11-24T19:00` as a `datetime-local` field sends it, read in Asia/Shanghai (no summer time). */
export const localMoment = (missing: string) =>
	v.pipe(
		v.string(missing),
		v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, missing),
		v.transform((value) => new Date(`${value}:00+08:00`)),
		v.check((date) => !Number.isNaN(date.getTime()), missing)
	);
