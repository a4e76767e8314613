import { m } from '#lib/i18n/paraglide/messages.js';
import type { Context } from '../platform/context.ts';
import type { WaitingItem } from '../platform/waiting.ts';
import { disclosuresToReview, ownDisclosures, type DeskLine } from './desk-queries.ts';

const href = (line: DeskLine) => `/desk/disclosures/${line.id}`;
const detail = (line: DeskLine) => `${line.organisation} · ${line.author}`;

/** Texts to look at for reviewers, texts sent back for those who wrote them. */
export async function waitingItems(ctx: Context): Promise<WaitingItem[]> {
	const [toReview, own] = await Promise.all([disclosuresToReview(ctx), ownDisclosures(ctx)]);
	return [
		...toReview.map((line) => ({
			title: line.title,
			href: href(line),
			dueAt: null,
			tag: { text: m.disclosure_wait_review(), tone: 'due' as const },
			detail: detail(line),
			act: m.disclosure_wait_review_go(),
			office: true
		})),
		...own
			.filter((line) => line.state === 'draft' && line.sentBack)
			.map((line) => ({
				title: line.title,
				href: href(line),
				dueAt: null,
				tag: { text: m.disclosure_wait_sent_back(), tone: 'due' as const },
				detail: `${m.disclosure_sent_back_because()}${line.sentBack}`,
				act: m.disclosure_wait_sent_back_go(),
				office: true
			}))
	];
}
