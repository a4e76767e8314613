import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { organisationsAs } from '#lib/domain/shared/actor.ts';
import type { Context } from '../platform/context.ts';
import { carriedOf, openCarried, type CarriedOrigin } from './carried-items.ts';
import { loadMeeting } from './load-meeting.ts';

/** Items left open in the community, for those who convene there; of the organisation, or of each they convene for. */
export async function carriedToOffer(
	{ database, actor }: Context,
	communityId: string,
	organisationId?: string
): Promise<CarriedOrigin[]> {
	const found = new Map<string, CarriedOrigin>();
	for (const id of organisationId ? [organisationId] : organisationsAs(actor, 'convener')) {
		for (const one of await openCarried(database.db, { communityId, organisationId: id })) found.set(one.itemId, one);
	}
	return [...found.values()];
}

/** Where the entries of an agenda that is being built were carried over from, by their ids in the document. */
export async function carriedEntries(ctx: Context, meetingId: string): Promise<Record<string, CarriedOrigin>> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded || !meetingPolicy(ctx.actor, 'view', loaded.facts).ok) return {};
	return Object.fromEntries(await carriedOf(ctx.database.db, meetingId));
}
