import type { CaseState, Grade } from '#lib/domain/cases/case.ts';
import type { AccountReason, RefusalReason, UnitReason } from '#lib/domain/cases/commands.ts';
import type { CaseClass } from '#lib/domain/cases/limits.ts';

/**
 * `+2 10:30`: two days after the report, half past ten. `>1 10:30`: a day after the step before. `sign+40`: 40 minutes
 * after that clock has run out. `now-25`: 25 minutes before what is under way at the seeding.
 */
export type When = `${'+' | '>'}${number} ${number}:${number}` | `sign+${number}` | `now-${number}`;

/** Whoever has that part in the case then (see `whoActs`), or a sign-in name. */
export type Part =
	| 'reporter'
	| 'desk'
	| 'higher-desk'
	| 'street'
	| 'district'
	| 'unit'
	| 'unit-leader'
	| 'desk-leader'
	| 'department'
	| 'verifier'
	| 'caller'
	| 'clock'
	| `@${string}`;

/** A command as the demo writes it: parties by their slot, categories by their code, masters by their story's key. */
export type Told =
	| { act: 'accept'; class?: CaseClass; category?: string }
	| { act: 'refuse'; reason: RefusalReason; channel: string }
	| { act: 'appeal'; reason: string }
	| { act: 'merge'; master: string }
	| { act: 'follow'; master: string }
	| { act: 'reclassify'; class: CaseClass; reason: string }
	| { act: 'dispatch'; unit: string }
	| { act: 'uphold'; unit: string; reason: string }
	| { act: 'send-down'; unit: string; reason: string }
	| { act: 'sign' }
	| { act: 'dispute' | 'overrule' | 'fail' | 'reopen' | 'refer'; reason: string }
	| { act: 'ask-reporter'; question: string; days: number }
	| { act: 'reply'; answer: string }
	| { act: 'ask-extension'; hours: number; reason: string }
	| { act: 'grant-extension' | 'decline-extension' | 'press' | 'tell-progress'; note: string }
	| { act: 'escalate'; reason: UnitReason; note: string }
	| { act: 'whistle'; departments: readonly string[]; reason: string }
	| { act: 'report-in'; department: string }
	| { act: 'put-on-account'; reason: AccountReason; note: string; days: number }
	| { act: 'resume' | 'pass' | 'withdraw' }
	| { act: 'finish'; result: string }
	| { act: 'call'; contacted: false; note: string }
	| { act: 'call'; contacted: true; solved: boolean; grade: Grade; note: string }
	| { act: 'answer'; solved: boolean; grade: Grade; note: string };

export type Step = readonly [at: When, who: Part, told: Told];

/** A case of the past year, from the report to where it stands. */
export interface CaseStory {
	key: string;
	/** Code of the community; left out: 枫林苑. */
	community?: string;
	title: string;
	description: string;
	place: string;
	building?: string;
	category: string;
	/** Sign-in name; left out: a neighbour from the building. */
	by?: string;
	/** Slot of the party that raises it. */
	for?: string;
	/** Day and time of the report, counted from day 0; or minutes before what is under way. */
	at: readonly [day: number, time: string] | `now-${number}`;
	/** The reporter lets the handlers know who they are. */
	visible?: boolean;
	/** Raised in public: everybody sees how it stands. */
	public?: boolean;
	/** Slot of the body it complains about. */
	against?: string;
	steps: readonly Step[];
	/** Where it stands at the end; left out: closed. */
	ends?: CaseState;
}
