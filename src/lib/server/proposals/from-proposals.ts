import { eq } from 'drizzle-orm';
import { proposal } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';

/** The proposals of residents on a meeting's agenda: by the id of the entry while it is built, then by the item's. */
export async function proposalsOnAgenda(
	{ database }: Context,
	meetingId: string
): Promise<{ id: string; title: string; entryId: string; itemId: string | null }[]> {
	const rows = await database.db
		.select({ id: proposal.id, title: proposal.title, entryId: proposal.entryId, itemId: proposal.agendaItemId })
		.from(proposal)
		.where(eq(proposal.meetingId, meetingId));
	return rows.map((row) => ({ ...row, entryId: row.entryId! }));
}
