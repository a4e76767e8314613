import { sql } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import { quorum, type Quorum, type QuorumBase } from '#lib/domain/meetings/quorum.ts';
import type { Db } from '../db/client.ts';
import type { MeetingRow } from './load-meeting.ts';

/** Who is there of those whose presence counts; null for a kind that has no quorum in the hall. */
export async function quorumOf(db: Db, row: Pick<MeetingRow, 'id' | 'kind' | 'communityId'>): Promise<Quorum | null> {
	const rule = KIND_RULES[row.kind].quorum;
	if (!rule) return null;
	const [counted] = await db.execute<{ present: number; total: number }>(COUNTS[rule.of](row));
	return quorum(rule, counted!.present, counted!.total);
}

const here = (id: string) => sql`select t.person_id from attendance t where t.meeting_id = ${id}`;

const COUNTS: Record<QuorumBase, (row: Pick<MeetingRow, 'id' | 'communityId'>) => ReturnType<typeof sql>> = {
	parties: ({ id }) => sql`
		select count(*)::int as total, count(*) filter (where exists (
			select from attendance t where t.meeting_id = p.meeting_id and t.organisation_id = p.organisation_id))::int as present
		from meeting_party p where p.meeting_id = ${id}`,
	households: ({ id, communityId }) => sql`
		select count(*)::int as total, count(*) filter (where exists (
			select from residency r where r.household_id = h.id and r.state = 'confirmed' and r.person_id in (${here(id)})))::int as present
		from household h where h.community_id = ${communityId}`,
	representatives: (row) => holding('residents-representative', row),
	'party-members': (row) => holding('party-member', row)
};

/** People who hold the role over the community now. */
const holding = (role: string, { id, communityId }: Pick<MeetingRow, 'id' | 'communityId'>) => sql`
	select count(distinct m.person_id)::int as total,
		count(distinct m.person_id) filter (where m.person_id in (${here(id)}))::int as present
	from membership m where m.role = ${role} and m.area_id = ${communityId}
		and m.valid_from <= app_now() and (m.valid_to is null or m.valid_to > app_now())`;
