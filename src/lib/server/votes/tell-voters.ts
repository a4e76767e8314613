import { sql, type SQL } from 'drizzle-orm';
import { notify, type News } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import type { VoteRow } from './load-vote.ts';

type What = 'opened' | 'extended' | 'published' | 'paper-shown';

/** Tells everybody who can cast a ballot: voting has begun, goes on longer, or the result is out. */
export const tellVoters = (a: Act, row: VoteRow, what: What): Promise<void> => tell(a, row, what, sql``);

/** Tells those who can cast for one entry. */
export const tellEntry = (a: Act, row: VoteRow, entryId: string, what: What): Promise<void> =>
	tell(a, row, what, sql`and entry_id = ${entryId}`);

/** Tells one person of a proxy: it was given to them, or taken back. */
export async function tellPerson(
	a: Act,
	row: VoteRow,
	personId: string,
	what: 'proxy-given' | 'proxy-revoked',
	params: { principal: string }
): Promise<void> {
	await notify(a, { personIds: [personId], ...(await newsOf(a, row, what)), params: { title: row.title, ...params } });
}

async function tell(a: Act, row: VoteRow, what: What, only: SQL): Promise<void> {
	const voters = await a.db.execute<{ person_id: string }>(
		sql`select distinct person_id from vote_voter where vote_id = ${row.id} ${only}`
	);
	await notify(a, {
		personIds: voters.map((voter) => voter.person_id),
		...(await newsOf(a, row, what)),
		params: { title: row.title }
	});
}

async function newsOf(a: Act, row: VoteRow, what: string): Promise<Omit<News, 'personIds' | 'params'>> {
	const [community] = await a.db.execute<{ code: string }>(sql`select code from area where id = ${row.communityId}`);
	return {
		areaId: row.communityId,
		kind: `vote-${what}`,
		subject: ['vote', row.id],
		href: `/c/${community!.code}/votes/${row.id}`
	};
}
