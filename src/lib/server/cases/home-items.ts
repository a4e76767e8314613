import type { CaseState } from '#lib/domain/cases/case.ts';
import type { CaseLine } from '#lib/domain/cases/view.ts';
import { holder, isOver, standing, tone } from '#lib/i18n/case-labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import type { OwnItem, WaitingItem } from '../platform/waiting.ts';
import { myCases } from './boards.ts';
import { casesAskingMe, casesWaitingFor } from './waiting.ts';

const href = (line: CaseLine) => `/c/${line.communityCode}/cases/${line.number}`;

/** The verb on the button, by what the case waits for. */
const VERBS: Partial<Record<CaseState, () => string>> = {
	submitted: m.cases_act_accept,
	accepted: m.cases_act_dispatch,
	dispatched: m.cases_act_sign,
	disputed: m.cases_wait_ruling,
	handling: m.cases_open_case,
	verifying: m.cases_wait_check,
	'calling-back': m.cases_act_call
};

/** Cases for the first screen of whoever must do something about them: residents' first, then the office's. */
export async function waitingItems(ctx: Context): Promise<WaitingItem[]> {
	const now = await readNow(ctx.database.db);
	const [asking, duties] = await Promise.all([casesAskingMe(ctx), casesWaitingFor(ctx)]);
	const item = (line: CaseLine): WaitingItem => ({
		title: line.title,
		href: href(line),
		dueAt: line.stepDueAt,
		tag: { text: standing(line), tone: tone(line, now) },
		detail: [line.number, line.communityName, line.place].filter(Boolean).join(' · ')
	});
	return [
		...asking.map((line) => ({
			...item(line),
			act: line.state === 'calling-back' ? m.cases_act_answer() : m.cases_act_reply()
		})),
		...duties.map((line) => ({ ...item(line), act: VERBS[line.state]?.(), office: true }))
	];
}

const FRESH_MS = 14 * 86_400_000;

/** What a person reported, for as long as it is under way and two weeks after. */
export async function ownItems(ctx: Context): Promise<OwnItem[]> {
	const now = await readNow(ctx.database.db);
	const lines = await myCases(ctx);
	return lines
		.filter((line) => !isOver(line.state) || (line.endedAt && +now - +line.endedAt < FRESH_MS))
		.map((line) => ({
			title: line.title,
			href: href(line),
			tag: { text: standing(line), tone: tone(line, now) },
			detail: isOver(line.state) ? line.number : `${line.number} · ${holder(line)}`,
			at: line.endedAt ?? line.stepStartedAt ?? line.submittedAt
		}));
}
