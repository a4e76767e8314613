import type { Act } from '../platform/act.ts';
import { onClock, type DueClock } from '../platform/clocks.ts';
import { changeProposal, noteProposal } from './change-proposal.ts';
import { loadProposal } from './load-proposal.ts';
import { tellOf } from './tell.ts';

/** The term for gathering is over and too few stand behind it. */
async function lapse(a: Act, due: DueClock): Promise<void> {
	const loaded = await loadProposal(a.db, due.subjectId, { lock: true });
	if (loaded?.row.state !== 'gathering') return;
	const done = await changeProposal(a, loaded, 'lapse');
	if (done.ok) await tellOf(a, loaded, 'lapsed', ['author']);
}

/** The committee's term is over without an answer: it is told once, and the page says so to everybody. */
async function overdue(a: Act, due: DueClock): Promise<void> {
	const loaded = await loadProposal(a.db, due.subjectId, { lock: true });
	if (loaded?.row.state !== 'ready') return;
	await noteProposal(a, loaded.row, 'answer-overdue');
	await tellOf(a, loaded, 'overdue', ['author', 'conveners']);
}

export function registerProposalClocks(): void {
	onClock('proposal', 'gather', lapse);
	onClock('proposal', 'answer', overdue);
}
