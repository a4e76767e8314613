import { error } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { sentence } from '#lib/i18n/refusal.ts';
import { meetingDetail } from '#lib/server/meetings/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await meetingDetail(locals.ctx, params.id);
	if (!found.ok || !found.value.meeting.convenedAt) error(404, sentence({ code: 'form.not-found' }));
	const { meeting, parties, agenda } = found.value;
	const address = `${url.origin}/c/${params.code}/meetings/${meeting.id}`;
	return { meeting, parties, agenda, address, qr: renderSVG(address, { border: 1 }) };
};
