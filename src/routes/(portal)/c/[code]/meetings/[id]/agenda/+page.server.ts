import { error } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { carriedEntries, meetingDetail, readLiveAgenda } from '#lib/server/meetings/index.ts';
import { proposalsOnAgenda } from '#lib/server/proposals/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await meetingDetail(locals.ctx, params.id);
	if (!found.ok) error(404, sentence({ code: 'form.not-found' }));
	const { meeting, parties, may } = found.value;
	const mine = locals.actor?.memberships.find(
		({ role, organisationId }) =>
			(role === 'delegate' || role === 'convener') && parties.some((party) => party.id === organisationId)
	);
	return {
		personId: locals.actor?.personId ?? '',
		meeting,
		canWrite: may['edit-agenda'],
		carried: await carriedEntries(locals.ctx, params.id),
		proposals: await proposalsOnAgenda(locals.ctx, params.id),
		items: await readLiveAgenda(locals.ctx, params.id),
		parties: Object.fromEntries(parties.map((party) => [party.id, party.name])),
		me: mine ? { organisationId: mine.organisationId } : null
	};
};
