import type { Grade } from '#lib/domain/cases/case.ts';
import { ACCOUNT_REASONS, REFUSAL_REASONS, UNIT_REASONS } from '#lib/domain/cases/commands.ts';
import type { CaseClass } from '#lib/domain/cases/limits.ts';
import type { TimelineEntry } from '#lib/domain/cases/view.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { accountName, classShort, escalationName, gradeName, levelName, refusalName } from '#lib/i18n/case-labels.ts';

/** What happened, in one sentence. Particulars that this reader may not see are left out of it. */
export function whatHappened(entry: TimelineEntry, origin: string | null): string {
	const organisation = entry.organisation ?? m.cases_holder_desk({ level: levelName(entry.toLevel) });
	const unit = entry.unit ?? '';
	const level = levelName(entry.toLevel);
	const { data } = entry;
	switch (entry.command) {
		case 'submit':
			if (origin === 'meeting') return m.cases_did_submit_from_meeting();
			return entry.organisation ? m.cases_did_submit_by({ organisation }) : m.cases_did_submit();
		case 'accept':
			return data.class
				? m.cases_did_accept({ organisation, class: classShort(data.class as CaseClass) })
				: m.cases_did_accept_public({ organisation });
		case 'refuse':
			return m.cases_did_refuse({ organisation });
		case 'dispatch':
			return m.cases_did_dispatch({ unit });
		case 'sign':
			return m.cases_did_sign({ organisation });
		case 'dispute':
			return m.cases_did_dispute({ organisation });
		case 'uphold':
			return m.cases_did_uphold({ unit });
		case 'ask-extension':
			return m.cases_did_ask_extension({ hours: Number(data.minutes ?? 0) / 60 });
		case 'escalate': {
			const because = UNIT_REASONS.find((reason) => reason === data.reason);
			return because
				? m.cases_did_escalate({ level, because: escalationName(because) })
				: m.cases_did_escalate_public({ level });
		}
		case 'press':
			return m.cases_did_press({ level });
		case 'whistle':
			return m.cases_did_whistle({ unit });
		case 'report-in':
			return m.cases_did_report_in({ organisation: entry.unit ?? organisation });
		case 'send-down':
			return m.cases_did_send_down({ level, unit });
		case 'call':
			return callBack(entry);
		case 'answer':
			if (!data.grade) return m.cases_did_answer_public();
			return data.solved
				? m.cases_did_answer_solved({ grade: gradeName(data.grade as Grade) })
				: m.cases_did_answer_unsolved({ grade: gradeName(data.grade as Grade) });
		case 'withdraw':
			return entry.toState === 'withdrawn' ? m.cases_did_withdraw() : m.cases_did_withdraw_safety();
		case 'expire':
			return ranOut(entry);
		default:
			return PLAIN[entry.command]();
	}
}

const PLAIN = {
	appeal: m.cases_did_appeal,
	merge: m.cases_did_merge,
	unmerge: m.cases_did_unmerge,
	follow: m.cases_did_follow,
	reclassify: m.cases_did_reclassify,
	refer: m.cases_did_refer,
	overrule: m.cases_did_overrule,
	'ask-reporter': m.cases_did_ask_reporter,
	reply: m.cases_did_reply,
	'grant-extension': m.cases_did_grant_extension,
	'decline-extension': m.cases_did_decline_extension,
	'put-on-account': m.cases_did_put_on_account,
	resume: m.cases_did_resume,
	finish: m.cases_did_finish,
	pass: m.cases_did_pass,
	fail: m.cases_did_fail,
	'tell-progress': m.cases_did_tell_progress,
	reopen: m.cases_did_reopen
};

function callBack({ data, toState }: TimelineEntry): string {
	if (data.contacted === false) return m.cases_did_call_missed();
	if (!data.grade) return toState === 'closed' ? m.cases_state_closed() : m.cases_act_call();
	const grade = gradeName(data.grade as Grade);
	return data.solved ? m.cases_did_call_solved({ grade }) : m.cases_did_call_unsolved({ grade });
}

/** What a clock did. */
function ranOut({ clock, fromLevel, toLevel }: TimelineEntry): string {
	const level = levelName(toLevel);
	const rose = fromLevel !== toLevel;
	switch (clock) {
		case 'accept':
			return m.cases_ran_out_accept();
		case 'dispatch':
			return m.cases_ran_out_dispatch();
		case 'ruling':
			return m.cases_ran_out_ruling();
		case 'sign':
			return rose ? m.cases_ran_out_sign({ level }) : m.cases_ran_out_at_large();
		case 'level':
			return rose ? m.cases_ran_out_level({ level }) : m.cases_ran_out_at_large();
		case 'report-in':
			return rose ? m.cases_ran_out_report_in({ level }) : m.cases_ran_out_at_large();
		case 'reporter':
			return m.cases_ran_out_reporter();
		case 'reply':
			return m.cases_ran_out_reply();
		case 'verify':
			return m.cases_ran_out_verify();
		case 'call-back':
			return m.cases_ran_out_call_back();
		case 'review':
			return m.cases_ran_out_review();
		case null:
			return '';
		default:
			return clock satisfies never;
	}
}

/** The coded reason that stands beside the words, if there is one. */
export function codedReason({ command, data }: TimelineEntry): string | null {
	if (command === 'refuse') {
		const reason = REFUSAL_REASONS.find((code) => code === data.reason);
		return reason ? refusalName(reason) : null;
	}
	if (command === 'put-on-account') {
		const reason = ACCOUNT_REASONS.find((code) => code === data.reason);
		return reason ? accountName(reason) : null;
	}
	return command === 'reclassify' && data.class ? classShort(data.class as CaseClass) : null;
}
