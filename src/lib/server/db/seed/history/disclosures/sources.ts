import { eq } from 'drizzle-orm';
import { vote } from '../../../schema/index.ts';
import { MEETINGS } from '../../data/meetings/index.ts';
import { VOTES } from '../../data/votes.ts';
import { need, type World } from '../../world.ts';
import type { Publication } from './publish.ts';

/** Who writes and who looks, for those that convene. */
const DESKS: Record<string, { by: string; review: string }> = {
	'residents-committee': { by: 'juwei', review: 'juwei-fuzhuren' },
	'owners-committee-0': { by: 'wuguanhui', review: 'wuguanhui-weiyuan' },
	'owners-committee-1': { by: 'yeweihui', review: 'yeweihui-fuzhuren' }
};

/** Minutes that were sealed, two days later, when the parties have signed. */
export const minutesOf = ({ calendar, meetings }: World): Publication[] =>
	MEETINGS.filter(({ until }) => !until).map(({ key, for: slot }) => {
		const { id, sealedAt } = need(meetings, key);
		const day = calendar.workday(calendar.dayOf(sealedAt!) + 2, 'before');
		return { ...DESKS[slot]!, for: slot, source: ['meeting', id], at: calendar.at(day, '18:10') };
	});

/** Results, on the working day after the count. */
export async function resultsOf({ db, calendar, votes }: World): Promise<Publication[]> {
	const publications: Publication[] = [];
	for (const { key, for: slot } of VOTES) {
		const id = need(votes, key);
		const [row] = await db.select({ publishedAt: vote.publishedAt }).from(vote).where(eq(vote.id, id));
		if (!row!.publishedAt) continue;
		const day = calendar.workday(calendar.dayOf(row!.publishedAt) + 1, 'after');
		publications.push({ ...DESKS[slot]!, for: slot, source: ['vote', id], at: calendar.at(day, '10:10') });
	}
	return publications;
}
