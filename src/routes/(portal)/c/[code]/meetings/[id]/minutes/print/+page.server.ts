import { renderSVG } from 'uqr';
import { paperDocument, paperTitle } from '#lib/features/meetings/paper-document.ts';
import { renderMinutes } from '#lib/features/meetings/render-minutes.ts';
import { denied } from '#lib/i18n/opened.ts';
import { minutesToExport } from '#lib/server/meetings/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await minutesToExport(locals.ctx, params.id);
	if (!found.ok) denied(found.refusal);
	const address = `${url.origin}/c/${params.code}/meetings/${params.id}/minutes`;
	return {
		title: paperTitle(found.value),
		html: renderMinutes(paperDocument(found.value))
			.map((block) => block.html)
			.join(''),
		address,
		qr: renderSVG(address, { border: 1 })
	};
};
