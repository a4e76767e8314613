import { and, asc, eq } from 'drizzle-orm';
import {
	agendaTree,
	orderBetween,
	putItem,
	readEntries,
	type AgendaItemKind
} from '#lib/domain/meetings/agenda-document.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { meeting } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { editDocument } from '../platform/documents/index.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { loadMeeting, meetingFor, type MeetingRow } from './load-meeting.ts';

/**
 * What became of the entries that another area put on an agenda: `kept` says which entry is which item now; an entry
 * that is not in it was taken off, or the meeting was cancelled.
 */
type Settled = (a: Act, meetingId: string, kept: ReadonlyMap<string, string>) => Promise<void>;

const followers: Settled[] = [];

/** Lets an area hear when an agenda is frozen or its meeting cancelled. Called once a process, when the areas register. */
export function onAgendaSettled(settled: Settled): void {
	followers.push(settled);
}

export async function settleEntries(a: Act, meetingId: string, kept: ReadonlyMap<string, string>): Promise<void> {
	for (const settled of followers) await settled(a, meetingId, kept);
}

/**
 * Puts an item at the end of an agenda that is being built; editors see it at once. The proposer is the party of whoever
 * does it. Refusals: the policy's, `meetings.not-now`, `form.not-found`, also for a meeting of another community.
 */
export async function putOnAgenda(
	a: Act,
	meetingId: string,
	{ communityId, title, kind }: { communityId: string; title: string; kind: AgendaItemKind }
): Promise<Result<{ entryId: string; meeting: MeetingRow }>> {
	const found = await meetingFor(a.db, a.actor, meetingId, 'lead');
	if (!found.ok) return found;
	const { row } = found.value;
	if (row.communityId !== communityId) return refuse('form.not-found');
	if (row.state !== 'collecting') return refuse('meetings.not-now');
	const entryId = newId();
	const proposer = row.convenerOrganisationId;
	await editDocument(a, row.agendaDocumentId!, (doc) => {
		const order = orderBetween(agendaTree(readEntries(doc)).at(-1)?.order ?? null, null);
		putItem(doc, { id: entryId, title, parent: null, order, minutes: null, kind, proposer, withdrawnBy: null });
	});
	await noteMeeting(a, row, 'put-on-agenda', { entry: entryId });
	return ok({ entryId, meeting: row });
}

/** Meetings of the community whose agenda is being built and that the actor leads, the next one first. */
export async function agendasToFill({ database, actor }: Context, communityId: string) {
	const rows = await database.db
		.select({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt })
		.from(meeting)
		.where(and(eq(meeting.communityId, communityId), eq(meeting.state, 'collecting')))
		.orderBy(asc(meeting.startsAt));
	const loaded = await Promise.all(rows.map(async (row) => ({ row, of: await loadMeeting(database.db, row.id) })));
	return loaded.filter(({ of }) => of && meetingPolicy(actor, 'lead', of.facts).ok).map(({ row }) => row);
}
