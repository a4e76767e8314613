import type { Refusal } from '#lib/domain/shared/result.ts';
import type { WorkRegime } from '#lib/domain/shared/working-time.ts';
import type { CaseClock, CaseFacts, CaseState, ClockKind } from './case.ts';
import type { Act, Command } from './commands.ts';

/** Who may do it. `cases.policy.ts` says which role over which area each word stands for. */
export type Who =
	/** Somebody of the community: resident, grid worker, party. */
	| 'neighbour'
	| 'reporter'
	/** Dispatcher of the area that has the case at its level. */
	| 'desk'
	/** Dispatcher one level above. */
	| 'higher-desk'
	| 'street'
	| 'district'
	/** Handler of the unit that has it. */
	| 'unit'
	| 'unit-leader'
	/** Leader of the office whose desk has it. */
	| 'desk-leader'
	/** Handler of a department that was whistled for. */
	| 'department'
	| 'verifier'
	| 'caller'
	| 'clock';

/** Who should hear of it. */
export type Recipient =
	'reporter' | 'desk' | 'higher-desk' | 'unit' | 'unit-leader' | 'desk-leader' | 'verifier' | 'caller';

/** What a transition changes on the case. */
export type Change = Partial<
	Pick<
		CaseFacts,
		| 'state'
		| 'level'
		| 'class'
		| 'category'
		| 'unit'
		| 'handlerId'
		| 'masterId'
		| 'publicInterest'
		| 'supervised'
		| 'submittedAt'
		| 'reporterDueAt'
		| 'endedAt'
		| 'outcome'
		| 'stopped'
	>
>;

/** One row of the table: from → to, who, guard and deadline. */
export interface Row<A extends Act> {
	from: readonly CaseState[];
	/** `stays`: something is done to the case without changing its state. */
	to: CaseState | 'stays' | ((c: CaseFacts, command: Command<A>) => CaseState);
	who: Who | ((c: CaseFacts) => Who);
	/** Why the case does not allow it now, or null. An act it objects to is not offered. */
	guard?: (c: CaseFacts, now: Date, regime: WorkRegime) => Refusal | null;
	/** Why not in this way: what is wrong with what the command brings, or null. */
	check?: (c: CaseFacts, command: Command<A>, regime: WorkRegime) => Refusal | null;
	change?: (c: CaseFacts, command: Command<A>, now: Date, regime: WorkRegime) => Change;
	/** Clocks that stop; asked of the case as it was. */
	stop?: (c: CaseFacts, command: Command<A>) => readonly ClockKind[];
	/** Clocks that start; asked of the case as it is then, and as it was. */
	start?: (after: CaseFacts, command: Command<A>, now: Date, regime: WorkRegime, before: CaseFacts) => CaseClock[];
	tell?: readonly Recipient[];
}

export type Rows<A extends Act> = { [K in A]: Row<K> };
