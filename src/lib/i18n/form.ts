import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Refusal } from '#lib/domain/shared/result.ts';
import { sentence } from './refusal.ts';

/** What a page gets back when a form was not taken: sentences beside their fields, and everything that was typed. */
export interface FormFailure {
	/** Field name → sentence. */
	issues: Record<string, string>;
	/** A sentence about the whole form. */
	refusal?: string;
	values: Record<string, string | string[]>;
}

type Parsed<T> = { ok: true; value: T } | { ok: false; failure: ReturnType<typeof fail<FormFailure>> };

/** Text fields as typed (several of one name become a list); files stay out, a browser cannot be given them back. */
export function typedValues(data: FormData): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const name of new Set(data.keys())) {
		if (/password|code/i.test(name)) continue;
		const texts = data.getAll(name).filter((entry) => typeof entry === 'string');
		if (texts.length) values[name] = texts.length === 1 ? texts[0]! : texts;
	}
	return values;
}

/** The files of field `name`; a browser sends an empty one where none was chosen. */
export function uploadedFiles(data: FormData, name: string): File[] {
	return data.getAll(name).filter((entry) => entry instanceof File && (entry.size > 0 || entry.name !== '')) as File[];
}

/**
 * Checks a submitted form. Schemas carry refusal codes as their messages (`v.nonEmpty('meetings.title-missing')`);
 * any other issue is said as "this is missing" or "this cannot be read".
 */
export function parseForm<S extends v.GenericSchema>(schema: S, data: FormData): Parsed<v.InferOutput<S>> {
	const input: Record<string, unknown> = {};
	for (const name of new Set(data.keys())) {
		const all = data.getAll(name).map(withoutNul);
		input[name] = all.length === 1 ? all[0] : all;
	}
	const result = v.safeParse(schema, input);
	if (result.success) return { ok: true, value: result.output };
	const issues: Record<string, string> = {};
	for (const issue of result.issues) {
		const field = String(issue.path?.[0]?.key ?? 'form');
		issues[field] ??= sentence(asRefusal(issue));
	}
	return { ok: false, failure: fail(422, { issues, values: typedValues(data) }) };
}

/** Nobody types a NUL, and PostgreSQL takes none in a text. */
const withoutNul = (entry: FormDataEntryValue): FormDataEntryValue =>
	typeof entry === 'string' ? entry.replaceAll('\0', '') : entry;

function asRefusal(issue: v.BaseIssue<unknown>): Refusal {
	if (/^[a-z-]+\.[a-z-]+$/.test(issue.message)) return { code: issue.message };
	return { code: issue.input === undefined || issue.input === '' ? 'form.missing' : 'form.unreadable' };
}

/** A use-case's refusal as the answer to the form it came from (409), with everything that was typed. */
export function refused(refusal: Refusal, data?: FormData) {
	const said = sentence(refusal);
	const failure: FormFailure = {
		issues: refusal.field ? { [refusal.field]: said } : {},
		...(refusal.field ? {} : { refusal: said }),
		values: data ? typedValues(data) : {}
	};
	return fail(409, failure);
}
