import { redirect } from '@sveltejs/kit';
import { isId } from '#lib/domain/shared/is-id.ts';
import { headOf } from '#lib/domain/identity/register-file/columns.ts';
import { countsOf } from '#lib/domain/identity/register-file/plan.ts';
import { MOST_ROWS } from '#lib/domain/identity/register-file/table.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { importRegister, MOST_IMPORT_BYTES, readImport } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const SHOWN_ISSUES = 200;
const SHOWN_PEOPLE = 100;

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { checked, ...head } = opened(
		isId(params.id) ? await readImport(locals.ctx, params.id) : refuse('form.not-found'),
		url
	);
	const limits = { megabytes: MOST_IMPORT_BYTES / 1024 / 1024, rows: MOST_ROWS };
	if (!checked) return { head, limits, unreadable: null, check: null };
	if (!checked.ok) return { head, limits, unreadable: sentence(checked.refusal), check: null };
	const { rows, unknown, issues, plan } = checked.value;
	const check = {
		rows,
		unknown,
		count: issues.length,
		issues: issues.slice(0, SHOWN_ISSUES).map(({ row, column, code, params }) => ({
			row,
			column: column && headOf(column),
			sentence: sentence({ code, params })
		})),
		counts: countsOf(plan),
		buildings: plan.buildings.map(({ name }) => name),
		left: {
			residents: plan.left.residents.slice(0, SHOWN_PEOPLE).map(({ name, unit }) => ({ name, unit })),
			owners: plan.left.owners.slice(0, SHOWN_PEOPLE).map(({ name, unit }) => ({ name, unit }))
		}
	};
	return { head, limits, unreadable: null, check };
};

export const actions: Actions = {
	default: async ({ locals, params, url, cookies }) => {
		const result = await importRegister(locals.ctx, params.id);
		if (!result.ok) return refused(result.refusal);
		const { households, people } = result.value.counts;
		const total = ({ added, changed }: { added: number; changed: number }) => added + changed;
		say(cookies, m.register_imported({ households: total(households), people: total(people) }));
		redirect(303, url.pathname + url.search);
	}
};
