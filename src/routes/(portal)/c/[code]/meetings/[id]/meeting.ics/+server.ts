import { error } from '@sveltejs/kit';
import { calendarFile } from '#lib/domain/meetings/calendar-file.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { meetingDetail } from '#lib/server/meetings/index.ts';
import type { RequestHandler } from './$types.ts';

/** The notice as a calendar file (RFC 5545). */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const found = await meetingDetail(locals.ctx, params.id);
	if (!found.ok) error(404, sentence({ code: 'form.not-found' }));
	const { meeting } = found.value;
	const text = calendarFile({
		uid: `${meeting.id}@${url.hostname}`,
		stamp: meeting.convenedAt ?? meeting.createdAt,
		startsAt: meeting.startsAt,
		title: meeting.title,
		place: meeting.place,
		url: `${url.origin}/c/${params.code}/meetings/${meeting.id}`,
		cancelled: meeting.state === 'cancelled'
	});
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="meeting.ics"'
		}
	});
};
