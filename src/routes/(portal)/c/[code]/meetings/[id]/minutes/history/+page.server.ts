import { error } from '@sveltejs/kit';
import { restoreSchema, versionSchema } from '#lib/domain/meetings/meetings.schema.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { submit } from '#lib/i18n/submit.ts';
import { minutesHistory, nameVersion, restoreVersion } from '#lib/server/meetings/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** Stands for the state of now beside the ids of versions. */
const NOW = 'now';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const [from, to] = [url.searchParams.get('from'), url.searchParams.get('to')];
	const state = (asked: string) => (asked === NOW ? null : asked);
	const between = from && to ? { from: state(from), to: state(to) } : undefined;
	const found = await minutesHistory(locals.ctx, params.id, between);
	if (!found.ok) {
		const missing = found.refusal.code === 'form.not-found' || found.refusal.code === 'meetings.version-missing';
		error(missing ? 404 : 403, sentence(found.refusal));
	}
	return { ...found.value, from, to };
};

export const actions: Actions = {
	keep: ({ request, locals, params, url }) =>
		submit(request, versionSchema, url, ({ name }) => nameVersion(locals.ctx, params.id, name)),
	restore: ({ request, locals, params, url }) =>
		submit(request, restoreSchema, url, ({ version }) => restoreVersion(locals.ctx, params.id, version))
};
