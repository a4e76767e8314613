import { holdsIn, livesIn, ownsIn, type Actor } from '../shared/actor.ts';
import { KIND_RULES, type MeetingKind } from './kinds.ts';
import type { MeetingCommand } from './meeting.ts';
import { meetingPolicy, type MeetingFacts } from './meetings.policy.ts';

const DAY_MS = 86_400_000;
/** Signatures after this many days, or after the minutes were disclosed, are marked late. */
const SIGN_WITHIN_DAYS = 3;
/** So long before it begins a meeting is one that begins now. */
const DOORS_OPEN_MS = 3_600_000;

export const signDueAt = (sealedAt: Date): Date => new Date(sealedAt.getTime() + SIGN_WITHIN_DAYS * DAY_MS);

export interface MeetingTimes {
	kind: MeetingKind;
	startsAt: Date;
	reviewUntil: Date | null;
	sealedAt: Date | null;
}

/** What a person has not done yet. */
export interface Undone {
	/** Parties that must sign and have not. */
	unsignedPartyIds: readonly string[];
	/** Is the person on the list of those who came? */
	present: boolean;
}

/** What of a meeting waits for one person: the next step of whoever leads it, or a part of one's own. */
export type MeetingDuty = { dueAt: Date | null } & (
	{ does: 'lead'; command: MeetingCommand } | { does: 'sign' | 'propose' | 'review' | 'attend' }
);

/** At most one: the step of whoever leads comes first, since the others wait for it. */
export function dutyOf(
	actor: Actor,
	facts: MeetingFacts,
	times: MeetingTimes,
	undone: Undone,
	now: Date
): MeetingDuty | null {
	if (undone.unsignedPartyIds.some((id) => holdsIn(actor, 'delegate', id)) && may(actor, 'sign', facts)) {
		return { does: 'sign', dueAt: times.sealedAt && signDueAt(times.sealedAt) };
	}
	const command = may(actor, 'lead', facts) ? nextStep(facts, times, now) : null;
	if (command) return { does: 'lead', command, dueAt: stepDueAt(command, times) };
	if (facts.state === 'collecting' && may(actor, 'edit-agenda', facts)) {
		return { does: 'propose', dueAt: noticeDueAt(times) };
	}
	if (may(actor, 'object', facts) && times.reviewUntil && now < times.reviewUntil) {
		return { does: 'review', dueAt: times.reviewUntil };
	}
	const calls = livesIn(actor, facts.communityCode) || ownsIn(actor, facts.communityCode) || invited(actor, facts);
	if (calls && !undone.present && may(actor, 'check-in', facts)) return { does: 'attend', dueAt: null };
	return null;
}

const may = (actor: Actor, act: Parameters<typeof meetingPolicy>[1], facts: MeetingFacts) =>
	meetingPolicy(actor, act, facts).ok;

const invited = (actor: Actor, facts: MeetingFacts) =>
	!!actor?.memberships.some((m) => [facts.convenerOrganisationId, ...facts.partyIds].includes(m.organisationId));

/** By when the notice must be out. */
const noticeDueAt = ({ kind, startsAt }: MeetingTimes) =>
	new Date(startsAt.getTime() - KIND_RULES[kind].noticeDays * DAY_MS);

function nextStep({ state, phase }: MeetingFacts, times: MeetingTimes, now: Date): MeetingCommand | null {
	if (state === 'collecting') return 'convene';
	if (state === 'convened' && now.getTime() >= times.startsAt.getTime() - DOORS_OPEN_MS) return 'open';
	if (state === 'closed' && phase === 'chair') return 'start-review';
	if (state === 'closed' && phase === 'review' && times.reviewUntil && now >= times.reviewUntil) return 'seal';
	return null;
}

function stepDueAt(command: MeetingCommand, times: MeetingTimes): Date | null {
	if (command === 'convene') return noticeDueAt(times);
	return command === 'open' ? times.startsAt : null;
}
