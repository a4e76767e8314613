import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { missing } from '#lib/domain/proposals/proposal.ts';
import { mayAnswer } from '#lib/domain/proposals/proposals.policy.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { proposalTag } from '#lib/i18n/proposals.ts';
import { area, proposal } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import type { OwnItem, WaitingItem } from '../platform/waiting.ts';
import { supportCount } from './queries.ts';

/** Ready proposals of the communities for which this person answers. */
export async function proposalsWaiting({ database, actor }: Context): Promise<WaitingItem[]> {
	const codes = (actor?.memberships ?? []).map((one) => one.areaCode).filter((code) => mayAnswer(actor, code).ok);
	if (!codes.length) return [];
	const now = await readNow(database.db);
	const rows = await database.db
		.select({ id: proposal.id, title: proposal.title, dueAt: proposal.answerDueAt, code: area.code, n: supportCount })
		.from(proposal)
		.innerJoin(area, eq(area.id, proposal.communityId))
		.where(and(eq(proposal.state, 'ready'), inArray(area.code, codes)))
		.orderBy(asc(proposal.answerDueAt))
		.limit(50);
	return rows.map(({ id, title, dueAt, code, n }) => ({
		title: m.proposals_waiting({ title }),
		href: `/c/${code}/proposals/${id}#answer`,
		dueAt,
		tag: { text: m.proposals_word(), tone: now >= dueAt! ? ('late' as const) : ('due' as const) },
		detail: m.proposals_supporters({ count: n }),
		act: m.proposals_answer(),
		office: true
	}));
}

/** What this person has proposed, and how far it has come. */
export async function ownProposals({ database, actor }: Context): Promise<OwnItem[]> {
	const rows = await database.db
		.select({ row: proposal, code: area.code, n: supportCount })
		.from(proposal)
		.innerJoin(area, eq(area.id, proposal.communityId))
		.where(and(eq(proposal.authorId, actor!.personId), ne(proposal.state, 'withdrawn')))
		.orderBy(desc(proposal.id))
		.limit(10);
	return rows.map(({ row, code, n }) => {
		const left = missing({ needed: row.needed, supporters: n });
		return {
			title: row.title,
			href: `/c/${code}/proposals/${row.id}`,
			tag: proposalTag(row.state),
			detail: row.state === 'gathering' ? m.proposals_missing({ count: left }) : undefined,
			at: row.answeredAt ?? row.readyAt ?? row.createdAt
		};
	});
}
