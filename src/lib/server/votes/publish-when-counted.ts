import { awaited } from '#lib/domain/votes/paper.ts';
import type { Act } from '../platform/act.ts';
import { cancelClocks, setClock } from '../platform/clocks.ts';
import { publishCount } from './count-vote.ts';
import type { VoteRow } from './load-vote.ts';
import { standingPapers, takesPaper } from './paper-ballots.ts';
import { tellVoters } from './tell-voters.ts';

/**
 * Counts and publishes an ended vote as soon as no sheet of paper is waited for: each is read, and the terms to contest one
 * are over. Until then it only sets the clock. The vote's row is locked by the caller.
 */
export async function publishWhenCounted(a: Act, row: VoteRow): Promise<void> {
	const papers = takesPaper(row) ? await standingPapers(a.db, row.id, a.now) : [];
	const waiting = awaited(papers.map((paper) => paper.standing));
	if (waiting === 'somebody') return;
	if (waiting !== 'ready') return setClock(a, ['vote', row.id], 'publication', waiting);
	await publishCount(a, row);
	await cancelClocks(a, ['vote', row.id], ['publication']);
	await tellVoters(a, row, 'published');
}
