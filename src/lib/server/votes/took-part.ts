import { sql, type SQL } from 'drizzle-orm';

/** Has an entry taken part in a vote: by a ballot, by paper, in a secret vote by drawing? How is not asked. */
export const tookPart = (voteId: SQL, entryId: SQL): SQL => sql`(
	exists (select from ballot b where b.vote_id = ${voteId} and b.entry_id = ${entryId} and b.replaced_at is null)
	or exists (select from paper_ballot p where p.vote_id = ${voteId} and p.entry_id = ${entryId})
	or exists (select from secret_draw d where d.vote_id = ${voteId} and d.entry_id = ${entryId}))`;
