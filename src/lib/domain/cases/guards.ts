import type { Refusal } from '#lib/domain/shared/result.ts';
import { dueAfter, lengthOf, type WorkRegime } from '#lib/domain/shared/working-time.ts';
import { clockOf, higher, isOpen, LEVELS, lower, type CaseFacts, type Level, type Unit } from './case.ts';
import { COMMUNITY_BODIES, mayLead } from './categories.ts';
import { UNIT_REASONS_AT, type Command, type UnitReason } from './commands.ts';
import { emergencyNumbers } from './danger-words.ts';
import { ACCOUNT_DAYS, APPEAL, MERGE_METRES, REOPEN, REPLY_DAYS } from './limits.ts';

/** The guards of the table: why not, or null. */
type Answer = Refusal | null;
const no = (reason: string, extra: Omit<Refusal, 'code'> = {}): Refusal => ({ code: `cases.${reason}`, ...extra });

/** Guards in order; the first that objects is heard. */
export const first = (...answers: Answer[]): Answer => answers.find((answer) => answer !== null) ?? null;

export const said = (text: string, field = 'reason'): Answer => (text.trim() ? null : no('say-why', { field }));

export function readyToSubmit({ numbersShown, text, placed }: Command<'submit'>): Answer {
	const numbers = emergencyNumbers(text);
	if (numbers.length && !numbersShown) return no('call-first', { params: { numbers: numbers.join(' / ') } });
	return placed ? null : no('place-missing', { field: 'place' });
}

export const complexNeedsStreet = (cls: string, level: Level): Answer =>
	cls === 'D' && level === 'micro' ? no('complex-needs-street', { field: 'class' }) : null;

export function mayAppeal(c: CaseFacts, now: Date, regime: WorkRegime): Answer {
	if (c.history.appeals > 0) return no('appealed-already');
	if (!higher(c.level)) return no('nothing-above');
	return now <= dueAfter(c.endedAt ?? now, APPEAL, regime).at ? null : no('appeal-too-late');
}

export function mayMerge(c: CaseFacts, { master }: Command<'merge'>): Answer {
	if (master.id === c.id) return no('merge-itself', { field: 'master' });
	if (master.categoryCode !== c.category.code) return no('merge-other-category', { field: 'master' });
	if (master.metres > MERGE_METRES) return no('merge-too-far', { field: 'master', params: { metres: MERGE_METRES } });
	return isOpen(master.state) && master.state !== 'merged' ? null : no('merge-master-closed', { field: 'master' });
}

/** May the unit be given the case at the level it has? */
export function fitToLead(c: CaseFacts, unit: Unit, level: Level = c.level): Answer {
	if (unit.organisationId === c.against?.organisationId) return no('unit-complained-about', { field: 'unit' });
	if (!mayLead(unit.kind, c.category)) return no('community-cannot-lead', { field: 'unit' });
	const sentDownInstead = level !== 'micro' && COMMUNITY_BODIES.includes(unit.kind);
	return sentDownInstead ? no('send-down-instead', { field: 'unit' }) : null;
}

export function mayDispute(c: CaseFacts, now: Date): Answer {
	if (c.unit && c.history.disputedBy.includes(c.unit.organisationId)) return no('disputed-already');
	const sign = clockOf(c, 'sign');
	return sign && now <= sign.dueAt ? null : no('dispute-too-late');
}

export const anotherUnit = (c: CaseFacts, unit: Unit): Answer =>
	unit.organisationId === c.unit?.organisationId ? no('same-unit', { field: 'unit' }) : null;

export const mayAskReporter = (c: CaseFacts): Answer => (c.history.waited ? no('waited-already') : null);
export function waitInLimit(days: number): Answer {
	return days >= 1 && days <= REPLY_DAYS ? null : no('wait-too-long', { field: 'days', params: { days: REPLY_DAYS } });
}

/** Before the clock runs out, twice at most, never for danger. */
export function mayAskExtension(c: CaseFacts, now: Date): Answer {
	if (c.class === 'A') return no('no-extension-for-danger');
	const level = clockOf(c, 'level');
	if (!level || now > level.dueAt) return no('extension-too-late');
	if (c.history.extensionAsked !== null) return no('extension-waiting');
	return c.history.extensions >= 2 ? no('extended-twice') : null;
}

/** All extensions together are no longer than the limit itself. */
export function extensionInLimit(c: CaseFacts, minutes: number, regime: WorkRegime): Answer {
	const left = lengthOf(clockOf(c, 'level')!.limit, regime) - c.history.extendedMinutes;
	return minutes > 0 && minutes <= left
		? null
		: no('extension-too-long', { field: 'hours', params: { hours: Math.floor(left / 60) } });
}

export const extensionIsAsked = (c: CaseFacts): Answer =>
	c.history.extensionAsked !== null && clockOf(c, 'level') ? null : no('no-extension-asked');

/** The second extension is granted by a leader in writing. */
export const secondInWriting = (c: CaseFacts, note: string): Answer =>
	c.history.extensions > 0 && !note.trim() ? no('say-why', { field: 'note' }) : null;

export const onlyAtLarge = (c: CaseFacts): Answer => (c.level === 'large' ? null : no('account-is-the-districts'));
export const notAtLarge = (c: CaseFacts): Answer => (c.level === 'large' ? no('nothing-above') : null);

export const reasonFits = (c: CaseFacts, reason: UnitReason): Answer =>
	UNIT_REASONS_AT[c.level].includes(reason) ? null : no('reason-not-here', { field: 'reason' });

export const afterReporterDue = (c: CaseFacts, now: Date): Answer =>
	c.reporterDueAt && now >= c.reporterDueAt ? null : no('not-due-yet');

export const whistleIsTheStreets = (c: CaseFacts): Answer =>
	c.level === 'small' ? null : no('whistle-is-the-streets');
export function mayWhistleFor(c: CaseFacts, departments: readonly string[]): Answer {
	if (!departments.length) return no('whistle-for-whom', { field: 'departments' });
	if (departments.some((id) => c.history.whistled.includes(id)))
		return no('whistled-already', { field: 'departments' });
	return departments.includes(c.unit?.organisationId ?? '') ? no('whistle-for-lead', { field: 'departments' }) : null;
}

export const isWhistledFor = (c: CaseFacts, department: string): Answer =>
	clockOf(c, `report-in:${department}`) ? null : no('not-whistled-for');

/** Once, and not to the very level the complaint is about. */
export function maySendDown(c: CaseFacts): Answer {
	const to = lower(c.level);
	if (!to) return no('nothing-below');
	if (c.history.lowered) return no('lowered-already');
	if (c.against && LEVELS.indexOf(to) <= LEVELS.indexOf(c.against.level)) return no('complaint-stays-above');
	return c.class === 'A' ? no('danger-stays-at-street') : null;
}

export const reviewWithin = (days: number): Answer =>
	days >= 1 && days <= ACCOUNT_DAYS ? null : no('review-too-late', { field: 'days', params: { days: ACCOUNT_DAYS } });

export function provenResult(c: CaseFacts, { result, photos }: Command<'finish'>): Answer {
	if (!result.trim()) return no('result-missing', { field: 'result' });
	return c.category.physical && photos < 1 ? no('photo-missing', { field: 'photo' }) : null;
}

export const reopenInTime = (c: CaseFacts, now: Date, regime: WorkRegime): Answer =>
	c.endedAt && now <= dueAfter(c.endedAt, REOPEN, regime).at ? null : no('reopen-too-late');
