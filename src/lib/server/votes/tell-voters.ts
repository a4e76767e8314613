import { sql, type SQL } from 'drizzle-orm';
import { notify } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import type { VoteRow } from './load-vote.ts';

type What = 'opened' | 'extended' | 'published' | 'paper-shown';

/** Tells everybody who can cast a ballot: voting has begun, goes on longer, or the result is out. */
export const tellVoters = (a: Act, row: VoteRow, what: What): Promise<void> => tell(a, row, what, sql``);

/** Tells those who can cast for one entry. */
export const tellEntry = (a: Act, row: VoteRow, entryId: string, what: What): Promise<void> =>
	tell(a, row, what, sql`and entry_id = ${entryId}`);

async function tell(a: Act, row: VoteRow, what: What, only: SQL): Promise<void> {
	const voters = await a.db.execute<{ person_id: string }>(
		sql`select distinct person_id from vote_voter where vote_id = ${row.id} ${only}`
	);
	const [community] = await a.db.execute<{ code: string }>(sql`select code from area where id = ${row.communityId}`);
	await notify(a, {
		personIds: voters.map((voter) => voter.person_id),
		areaId: row.communityId,
		kind: `vote-${what}`,
		subject: ['vote', row.id],
		params: { title: row.title },
		href: `/c/${community!.code}/votes/${row.id}`
	});
}
