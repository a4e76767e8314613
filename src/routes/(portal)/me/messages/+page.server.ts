import { error, redirect } from '@sveltejs/kit';
import { pageNumber } from '#lib/domain/shared/page-number.ts';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { notificationsOf, openNotification, readAllNotifications } from '#lib/server/notifications/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const SIZE = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = pageNumber(url);
	const { items, total } = await notificationsOf(locals.ctx, { page, size: SIZE });
	return { items, page, pages: Math.ceil(total / SIZE) };
};

export const actions: Actions = {
	open: async ({ locals, request }) => {
		const data = await request.formData();
		const href = await openNotification(locals.ctx, String(data.get('id') ?? ''));
		if (!href) error(404, 'not-found');
		redirect(303, nextPath(href, '/me/messages'));
	},
	'read-all': async ({ locals }) => {
		await readAllNotifications(locals.ctx);
		redirect(303, '/me/messages');
	}
};
