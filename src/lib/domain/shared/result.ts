/**
 * Why an act was refused. `code` is `<area>.<reason>`; i18n holds one sentence for each code, so a refusal
 * reaches the person in their own language. `field` names the form field it belongs to, if any.
 */
export interface Refusal {
	code: string;
	params?: Record<string, string | number>;
	field?: string;
}

/** What a use-case or rule answers: a value, or a typed refusal. Exceptions are for bugs. */
export type Result<T = void> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T | undefined> {
	return { ok: true, value };
}

export function refuse(code: string, extra: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } {
	return { ok: false, refusal: { code, ...extra } };
}
