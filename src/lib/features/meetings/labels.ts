import type { MeetingKind } from '#lib/domain/meetings/kinds.ts';
import type { MeetingCommand, MeetingState, MinutesPhase } from '#lib/domain/meetings/meeting.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** In which language, where it is not the reader's. */
type Locale = { locale: 'zh-CN' | 'en' };

const KINDS: Record<MeetingKind, (inputs?: object, options?: Locale) => string> = {
	'co-building': m.meetings_kind_co_building,
	residents: m.meetings_kind_residents,
	representatives: m.meetings_kind_representatives,
	deliberation: m.meetings_kind_deliberation,
	hearing: m.meetings_kind_hearing,
	'owners-assembly': m.meetings_kind_owners_assembly,
	'party-members': m.meetings_kind_party_members
};
export const kindLabel = (kind: MeetingKind, options?: Locale): string => KINDS[kind]({}, options);

const STATES: Record<MeetingState, () => string> = {
	draft: m.meetings_state_draft,
	collecting: m.meetings_state_collecting,
	convened: m.meetings_state_convened,
	'in-session': m.meetings_state_in_session,
	closed: m.meetings_state_closed,
	sealed: m.meetings_state_sealed,
	disclosed: m.meetings_state_disclosed,
	cancelled: m.meetings_state_cancelled
};
export const stateLabel = (state: MeetingState): string => STATES[state]();

/** What waits for somebody is amber, what runs is green, what is with others blue, what is over plain. */
export function stateTone(state: MeetingState): 'ok' | 'due' | 'info' | 'plain' {
	if (state === 'in-session') return 'ok';
	if (state === 'collecting' || state === 'sealed') return 'due';
	return state === 'convened' || state === 'closed' ? 'info' : 'plain';
}

const ITEM_KINDS = {
	discuss: m.meetings_item_kind_discuss,
	decide: m.meetings_item_kind_decide,
	inform: m.meetings_item_kind_inform,
	hear: m.meetings_item_kind_hear
};
export const itemKindLabel = (kind: keyof typeof ITEM_KINDS): string => ITEM_KINDS[kind]();
export const itemKindOptions = () =>
	(Object.keys(ITEM_KINDS) as (keyof typeof ITEM_KINDS)[]).map((value) => ({ value, label: itemKindLabel(value) }));

const STANCES = {
	agree: m.meetings_stance_agree,
	'agree-with-reservation': m.meetings_stance_agree_with_reservation,
	refuse: m.meetings_stance_refuse
};
export const stanceLabel = (stance: keyof typeof STANCES, options?: Locale): string => STANCES[stance]({}, options);
export const stanceOptions = () =>
	(Object.keys(STANCES) as (keyof typeof STANCES)[]).map((value) => ({ value, label: stanceLabel(value) }));

const COMMANDS: Partial<Record<MeetingCommand, () => string>> = {
	convene: m.meetings_command_convene,
	open: m.meetings_command_open,
	close: m.meetings_command_close,
	'start-review': m.meetings_command_start_review,
	seal: m.meetings_command_seal,
	disclose: m.meetings_command_disclose
};
/** The verb on the button; undefined for a command that has a form of its own. */
export const commandLabel = (command: MeetingCommand): string | undefined => COMMANDS[command]?.();

/** One sentence: what comes next, and from whom. */
export function nextSentence(state: MeetingState, phase: MinutesPhase | null, until: string): string | undefined {
	switch (state) {
		case 'collecting':
			return m.meetings_next_collecting();
		case 'convened':
			return m.meetings_next_convened();
		case 'in-session':
			return m.meetings_next_in_session();
		case 'closed':
			return phase === 'review' ? m.meetings_next_review({ until }) : m.meetings_next_chair();
		case 'sealed':
			return m.meetings_next_sealed();
		case 'disclosed':
			return m.meetings_next_disclosed();
		default:
			return undefined;
	}
}

export interface VersionLine {
	id: string;
	name: string;
	cause: 'named' | 'close' | 'review' | 'restore';
	at: Date;
	by: string | null;
}

/** A version by the name it was given, or by why it was kept. */
export function versionLabel({ name, cause }: Pick<VersionLine, 'name' | 'cause'>): string {
	switch (cause) {
		case 'named':
			return name;
		case 'close':
			return m.meetings_version_close();
		case 'review':
			return m.meetings_version_review();
		case 'restore':
			return m.meetings_version_restore();
		default:
			return cause satisfies never;
	}
}

/** Whom a public notice addresses. */
export const publicLabel = ({ to }: { to: 'households' | 'owners' }): string =>
	to === 'households' ? m.meetings_notice_to_households() : m.meetings_notice_to_owners();
