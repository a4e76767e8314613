import { m } from '#lib/i18n/paraglide/messages.js';
import { periodName } from '#lib/i18n/periods.ts';
import type { Context } from '../platform/context.ts';
import type { WaitingItem } from '../platform/waiting.ts';
import { ownDuties, type DutyLine } from './duties.ts';
import { disclosuresToReview, draftsSentBack, type DeskLine } from './desk-queries.ts';

const href = (line: DeskLine) => `/desk/disclosures/${line.id}`;
const detail = (line: DeskLine) => `${line.organisation} · ${line.author}`;

/** As many duties stand on the first screen; the desk has them all. */
const MOST_DUTIES = 3;

/** Texts to look at for reviewers; texts sent back and what is overdue or soon due for publishers. */
export async function waitingItems(ctx: Context): Promise<WaitingItem[]> {
	const [toReview, sentBack, duties] = await Promise.all([
		disclosuresToReview(ctx),
		draftsSentBack(ctx),
		ownDuties(ctx)
	]);
	const owed = duties.filter(({ state }) => state === 'overdue' || state === 'soon');
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
		...sentBack.map((line) => ({
			title: line.title,
			href: href(line),
			dueAt: null,
			tag: { text: m.disclosure_wait_sent_back(), tone: 'due' as const },
			detail: `${m.disclosure_sent_back_because()}${line.sentBack}`,
			act: m.disclosure_wait_sent_back_go(),
			office: true
		})),
		...owed.slice(0, MOST_DUTIES).map(dutyItem)
	];
}

function dutyItem(duty: DutyLine): WaitingItem {
	const { title, state, missing, dueAt, from, organisation, organisationId, communityCode, code } = duty;
	const what = [code, missing[0]].filter(Boolean).join(' ');
	const late = state === 'overdue';
	return {
		title: [title, missing.map(periodName).join('、')].filter(Boolean).join(' '),
		href: from
			? `/c/${communityCode}/${from.type}s/${from.id}`
			: `/desk/disclosures/new?${new URLSearchParams({ for: organisationId, what })}`,
		dueAt,
		tag: late
			? { text: m.disclosure_wait_duty_overdue(), tone: 'late' }
			: { text: m.disclosure_wait_duty_soon(), tone: 'due' },
		detail: organisation,
		act: m.disclosure_wait_duty_go(),
		office: true
	};
}
