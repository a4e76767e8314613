import { sql } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import { quorum, type Quorum, type QuorumBase } from '#lib/domain/meetings/quorum.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import type { Db } from '../db/client.ts';
import { tookPart } from '../votes/index.ts';
import type { MeetingRow } from './load-meeting.ts';

type Counted = Pick<MeetingRow, 'id' | 'communityId'>;

/**
 * Who takes part of those who count: who is in the hall, and, of households and representatives, who has voted in a vote
 * that the meeting holds. Null for a kind that has no quorum of its own.
 */
export async function quorumOf(db: Db, row: Counted & Pick<MeetingRow, 'kind'>): Promise<Quorum | null> {
	const rule = KIND_RULES[row.kind].quorum;
	if (!rule) return null;
	const [counted] = await db.execute<{ present: number; byVote: number; total: number }>(COUNTS[rule.of](row));
	return quorum(rule, counted!);
}

/** As it was sealed, where it was; registers go on changing. */
export async function quorumShown(db: Db, row: MeetingRow): Promise<Quorum | null> {
	const sealed = (row.sealedContent as SealedContent | null)?.proof;
	return sealed ? sealed.quorum : quorumOf(db, row);
}

const here = (id: string) => sql`select t.person_id from attendance t where t.meeting_id = ${id}`;

/** Keys of the rolls of this meeting's votes whose entries took part. */
const voted = (id: string) => sql`
	select e.key from link l join vote v on v.id = l.to_id and v.state not in ('cancelled', 'annulled')
		join roll_entry e on e.vote_id = v.id
	where l.from_type = 'meeting' and l.from_id = ${id} and l.to_type = 'vote'
		and ${tookPart(sql`v.id`, sql`e.id`)}`;

const COUNTS: Record<QuorumBase, (row: Counted) => ReturnType<typeof sql>> = {
	parties: ({ id }) => sql`
		select count(*)::int as total, 0 as "byVote", count(*) filter (where exists (
			select from attendance t where t.meeting_id = p.meeting_id and t.organisation_id = p.organisation_id))::int as present
		from meeting_party p where p.meeting_id = ${id}`,
	households: ({ id, communityId }) =>
		parts(
			id,
			sql`
		select h.id::text as key, exists (
			select from residency r where r.household_id = h.id and r.state = 'confirmed' and r.person_id in (${here(id)})) as present
		from household h where h.community_id = ${communityId} and h.ended_at is null`
		),
	representatives: (row) => holding('residents-representative', row),
	'party-members': (row) => holding('party-member', row)
};

/** People who hold the role over the community now. */
const holding = (role: string, { id, communityId }: Counted) =>
	parts(
		id,
		sql`
	select distinct m.person_id::text as key, m.person_id in (${here(id)}) as present
	from membership m where m.role = ${role} and m.area_id = ${communityId}
		and m.valid_from <= app_now() and (m.valid_to is null or m.valid_to > app_now())`
	);

/** Of those on the list (key, present): who is here, and who has only voted. */
const parts = (id: string, list: ReturnType<typeof sql>) => sql`
	select count(*)::int as total, count(*) filter (where present)::int as present,
		count(*) filter (where not present and key in (${voted(id)}))::int as "byVote"
	from (${list}) listed`;
