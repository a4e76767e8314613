import type { PartyKind } from '../shared/roles.ts';
import type { QuorumRule } from './quorum.ts';

export const MEETING_KINDS = [
	'co-building',
	'residents',
	'representatives',
	'deliberation',
	'hearing',
	'owners-assembly',
	'party-members'
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** The life of a meeting lets none of `notice`, `review` and `sign` be left out; `quorum` binds decisions, `disclose` has a term. */
export type MeetingStep = 'notice' | 'attendance' | 'quorum' | 'review' | 'sign' | 'disclose';
const EVERY: readonly MeetingStep[] = ['notice', 'attendance', 'review', 'sign'];
const moreThanHalf = (of: QuorumRule['of']): QuorumRule => ({ of, threshold: '1/2', compare: '>' });

/** What the law or the mechanism asks of one kind of meeting. Data, not code: `verified` says whether it was checked. */
export interface KindRule {
	kind: MeetingKind;
	/** Days between the notice and the meeting. */
	noticeDays: number;
	/** Whom the notice must reach beside the invited parties: every household, every owner. */
	tells: 'households' | 'owners' | null;
	/** Parties that must be invited. */
	mustInvite: readonly PartyKind[];
	/** Who may convene. */
	conveners: readonly PartyKind[];
	/** Who must be there for an item to be decided in the hall; null: it is decided by vote alone. */
	quorum: QuorumRule | null;
	/** What a meeting of this kind may not do without. */
	steps: readonly MeetingStep[];
	/** Days in which attendees may object to the minutes. */
	reviewDays: number;
	/** Days after sealing within which the minutes are disclosed; null: not asked for. */
	discloseWithinDays: number | null;
	/** Minutes are for everyone to read once disclosed. */
	public: boolean;
	source: string;
	verified: boolean;
}

const MECHANISM = '社区多方共建机制（本社区约定）';

/** The rule of each kind. Sources: 城市居民委员会组织法, 民法典 278, 物业管理条例 14, 农村基层组织工作条例 (四议两公开). */
export const KIND_RULES: Record<MeetingKind, KindRule> = {
	'co-building': {
		kind: 'co-building',
		noticeDays: 3,
		tells: null,
		mustInvite: ['residents-committee', 'party-committee'],
		conveners: ['residents-committee', 'party-committee'],
		quorum: moreThanHalf('parties'),
		steps: [...EVERY, 'quorum', 'disclose'],
		reviewDays: 2,
		discloseWithinDays: 5,
		public: true,
		source: MECHANISM,
		verified: false
	},
	residents: {
		kind: 'residents',
		noticeDays: 7,
		tells: 'households',
		mustInvite: ['residents-committee'],
		conveners: ['residents-committee'],
		quorum: moreThanHalf('households'),
		steps: [...EVERY, 'quorum', 'disclose'],
		reviewDays: 3,
		discloseWithinDays: 5,
		public: true,
		source: '城市居民委员会组织法第九、十条',
		verified: false
	},
	representatives: {
		kind: 'representatives',
		noticeDays: 5,
		tells: null,
		mustInvite: ['residents-committee'],
		conveners: ['residents-committee'],
		quorum: moreThanHalf('representatives'),
		steps: [...EVERY, 'quorum', 'disclose'],
		reviewDays: 3,
		discloseWithinDays: 5,
		public: true,
		source: '城市居民委员会组织法第九条',
		verified: false
	},
	deliberation: {
		kind: 'deliberation',
		noticeDays: 3,
		tells: null,
		mustInvite: ['residents-committee'],
		conveners: ['residents-committee', 'owners-committee', 'party-committee'],
		quorum: moreThanHalf('parties'),
		steps: [...EVERY, 'quorum', 'disclose'],
		reviewDays: 2,
		discloseWithinDays: 7,
		public: true,
		source: MECHANISM,
		verified: false
	},
	hearing: {
		kind: 'hearing',
		noticeDays: 7,
		tells: 'households',
		mustInvite: ['residents-committee'],
		conveners: ['residents-committee', 'party-committee', 'street-office'],
		quorum: moreThanHalf('parties'),
		steps: [...EVERY, 'quorum', 'disclose'],
		reviewDays: 3,
		discloseWithinDays: 7,
		public: true,
		source: MECHANISM,
		verified: false
	},
	// participation of owners is counted by heads and by area, in the votes that the assembly holds (民法典第278条)
	'owners-assembly': {
		kind: 'owners-assembly',
		noticeDays: 15,
		tells: 'owners',
		mustInvite: ['residents-committee', 'owners-committee'],
		conveners: ['owners-committee'],
		quorum: null,
		steps: [...EVERY, 'disclose'],
		reviewDays: 3,
		discloseWithinDays: 3,
		public: true,
		source: '物业管理条例第十四条（会议召开十五日以前通知全体业主，同时告知相关的居民委员会）',
		verified: true
	},
	'party-members': {
		kind: 'party-members',
		noticeDays: 2,
		tells: null,
		mustInvite: ['party-committee'],
		conveners: ['party-committee'],
		quorum: moreThanHalf('party-members'),
		steps: [...EVERY, 'quorum'],
		reviewDays: 2,
		discloseWithinDays: null,
		public: false,
		source: '四议两公开',
		verified: false
	}
};
