import { and, eq } from 'drizzle-orm';
import { inOffice } from '../db/in-office.ts';
import { membership, organisation, proposalSupport } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import type { LoadedProposal } from './load-proposal.ts';

type Audience = 'author' | 'supporters' | 'conveners';

/** Tells the author, those who stand behind it, or those who owe the answer; never the one who does it. */
export async function tellOf(
	a: Act,
	{ row, facts }: LoadedProposal,
	what: 'ready' | 'waits' | 'on-agenda' | 'declined' | 'lapsed' | 'overdue' | 'released',
	audience: readonly Audience[],
	params: Record<string, string> = {}
): Promise<void> {
	const people = [
		...(audience.includes('author') ? [row.authorId] : []),
		...(audience.includes('supporters') ? await supporters(a, row.id) : []),
		...(audience.includes('conveners') ? await conveners(a, row.communityId) : [])
	];
	await notify(a, {
		personIds: people,
		areaId: row.communityId,
		kind: `proposal-${what}`,
		subject: ['proposal', row.id],
		params: { title: row.title, ...params },
		href: `/c/${facts.communityCode}/proposals/${row.id}`
	});
}

async function supporters(a: Act, proposalId: string): Promise<string[]> {
	const rows = await a.db
		.select({ id: proposalSupport.personId })
		.from(proposalSupport)
		.where(eq(proposalSupport.proposalId, proposalId));
	return rows.map(({ id }) => id);
}

/** Who convenes for the residents' committee: those whom the policy lets answer. */
async function conveners(a: Act, communityId: string): Promise<string[]> {
	const rows = await a.db
		.selectDistinct({ id: membership.personId })
		.from(membership)
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(
			and(
				eq(membership.areaId, communityId),
				eq(membership.role, 'convener'),
				eq(organisation.kind, 'residents-committee'),
				inOffice()
			)
		);
	return rows.map(({ id }) => id);
}
