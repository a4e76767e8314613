import { eq } from 'drizzle-orm';
import { answerDueAt } from '#lib/domain/proposals/proposal.ts';
import { proposal } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import { changeProposal, noteProposal } from './change-proposal.ts';
import { loadProposal } from './load-proposal.ts';
import { tellOf } from './tell.ts';

/**
 * An agenda was frozen, or its meeting cancelled: proposals learn which item they are now. One that was taken off waits
 * for an answer again, with a new term, and its author is told.
 */
export async function agendaSettled(a: Act, meetingId: string, kept: ReadonlyMap<string, string>): Promise<void> {
	const rows = await a.db
		.select({ id: proposal.id, entryId: proposal.entryId })
		.from(proposal)
		.where(eq(proposal.meetingId, meetingId));
	for (const { id, entryId } of rows) {
		const loaded = (await loadProposal(a.db, id, { lock: true }))!;
		const agendaItemId = kept.get(entryId!);
		if (agendaItemId) {
			await a.db.update(proposal).set({ agendaItemId }).where(eq(proposal.id, id));
			await noteProposal(a, loaded.row, 'agenda-frozen', { item: agendaItemId });
			continue;
		}
		const dueAt = answerDueAt(a.now);
		await changeProposal(a, loaded, 'release', {
			...{ meetingId: null, entryId: null, agendaItemId: null },
			...{ answeredAt: null, answeredBy: null, answerDueAt: dueAt }
		});
		await setClock(a, ['proposal', id], 'answer', dueAt);
		await tellOf(a, loaded, 'released', ['author', 'conveners']);
	}
}
