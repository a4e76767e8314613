/** What a form action gives back when it did not take a form (`#lib/i18n/form.ts`); components pick their own field. */
export interface FormState {
	issues?: Record<string, string>;
	refusal?: string;
	values?: Record<string, string | string[]>;
}

type Given = string | number | null | undefined;

/** What was typed into field `name`, else the value the page began with. */
export function typed(form: FormState | null | undefined, name: string, initial: Given): string {
	const value = form?.values?.[name];
	if (value === undefined) return initial == null ? '' : String(initial);
	return typeof value === 'string' ? value : (value[0] ?? '');
}

/** What was ticked in field `name`, else what the page began with. */
export function chosen(
	form: FormState | null | undefined,
	name: string,
	initial: readonly string[]
): readonly string[] {
	if (!form?.values) return initial;
	const value = form.values[name];
	if (value === undefined) return [];
	return typeof value === 'string' ? [value] : value;
}

/** Ids of what describes a control, for aria-describedby. */
export function describedBy(id: string, hint?: string, issue?: string): string | undefined {
	return [hint && `${id}-hint`, issue && `${id}-issue`].filter(Boolean).join(' ') || undefined;
}
