import type { PersonAct } from '#lib/domain/cases/commands.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** The verb on an act's button, and what doing it means. */
const WORDS: Record<PersonAct, [verb: () => string, means: () => string]> = {
	accept: [m.cases_act_accept, m.cases_why_accept],
	refuse: [m.cases_act_refuse, m.cases_why_refuse],
	appeal: [m.cases_act_appeal, m.cases_why_appeal],
	merge: [m.cases_act_merge, m.cases_why_merge],
	unmerge: [m.cases_act_unmerge, m.cases_why_unmerge],
	reclassify: [m.cases_act_reclassify, m.cases_why_reclassify],
	dispatch: [m.cases_act_dispatch, m.cases_why_dispatch],
	refer: [m.cases_act_refer, m.cases_why_refer],
	sign: [m.cases_act_sign, m.cases_why_sign],
	dispute: [m.cases_act_dispute, m.cases_why_dispute],
	uphold: [m.cases_act_uphold, m.cases_why_uphold],
	overrule: [m.cases_act_overrule, m.cases_why_overrule],
	'ask-reporter': [m.cases_act_ask_reporter, m.cases_why_ask_reporter],
	reply: [m.cases_act_reply, m.cases_why_reply],
	'ask-extension': [m.cases_act_ask_extension, m.cases_why_ask_extension],
	'grant-extension': [m.cases_act_grant_extension, () => ''],
	'decline-extension': [m.cases_act_decline_extension, m.cases_why_decline_extension],
	escalate: [m.cases_act_escalate, m.cases_why_escalate],
	press: [m.cases_act_press, m.cases_why_press],
	whistle: [m.cases_act_whistle, m.cases_why_whistle],
	'report-in': [m.cases_act_report_in, m.cases_why_report_in],
	'send-down': [m.cases_act_send_down, m.cases_why_send_down],
	'put-on-account': [m.cases_act_put_on_account, m.cases_why_put_on_account],
	resume: [m.cases_act_resume, m.cases_why_resume],
	finish: [m.cases_act_finish, m.cases_why_finish],
	pass: [m.cases_act_pass, m.cases_why_pass],
	fail: [m.cases_act_fail, m.cases_why_fail],
	call: [m.cases_act_call, m.cases_why_call],
	answer: [m.cases_act_answer, m.cases_why_answer],
	'tell-progress': [m.cases_act_tell_progress, m.cases_why_tell_progress],
	reopen: [m.cases_act_reopen, m.cases_why_reopen],
	withdraw: [m.cases_act_withdraw, m.cases_why_withdraw]
};

export const verbOf = (act: PersonAct): string => WORDS[act][0]();

/** `extensionHours`: how many were asked for. */
export const meaningOf = (act: PersonAct, extensionHours: number | null): string =>
	act === 'grant-extension' ? m.cases_why_grant_extension({ hours: extensionHours ?? 0 }) : WORDS[act][1]();

/** What the page puts first: the step the case waits for, then whatever leads on. */
const FIRST: readonly PersonAct[] = [
	'accept',
	'dispatch',
	'sign',
	'grant-extension',
	'reply',
	'report-in',
	'finish',
	'pass',
	'answer',
	'call',
	'uphold',
	'resume',
	'press',
	'appeal',
	'tell-progress',
	'whistle'
];
export function firstOf(acts: readonly PersonAct[]): PersonAct | undefined {
	return FIRST.find((act) => acts.includes(act));
}

/** Ends something or cannot be taken back. */
export const isGrave = (act: PersonAct): boolean => act === 'withdraw' || act === 'refuse' || act === 'put-on-account';
