import { redirect } from '@sveltejs/kit';
import { MOST_ROWS } from '#lib/domain/identity/register-file/table.ts';
import { refused, uploadedFiles } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { MOST_IMPORT_BYTES, recentImports, uploadRegister } from '#lib/server/identity/index.ts';
import { chosenRegister } from '../register.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { code } = await chosenRegister({ locals, url });
	const limits = { megabytes: MOST_IMPORT_BYTES / 1024 / 1024, rows: MOST_ROWS };
	return { limits, recent: opened(await recentImports(locals.ctx, code), url) };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { code } = await chosenRegister({ locals, url });
		const [file] = uploadedFiles(await request.formData(), 'file');
		const bytes = file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
		const result = await uploadRegister(locals.ctx, code, { name: file?.name ?? '', bytes });
		if (!result.ok) return refused(result.refusal);
		redirect(303, `/desk/people/import/${result.value.importId}?community=${code}`);
	}
};
