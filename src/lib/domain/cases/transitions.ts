import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { OFFICE, type WorkRegime } from '#lib/domain/shared/working-time.ts';
import { familyOf, type CaseClock, type CaseFacts, type ClockKind } from './case.ts';
import type { Act, CaseCommand, Command } from './commands.ts';
import { entryOf, type NewEntry } from './entry.ts';
import type { Change, Recipient, Row, Rows } from './row.ts';
import { CLOSING } from './table/closing.ts';
import { EXPIRY } from './table/expiry.ts';
import { INTAKE } from './table/intake.ts';
import { WORK } from './table/work.ts';

/** The life of a case: one table of rows (from → to, who, guard, deadline), in the order things happen. */
export const TRANSITIONS: Rows<Exclude<Act, 'expire'>> = { ...INTAKE, ...WORK, ...CLOSING };
export const ACTS = Object.keys(TRANSITIONS) as Exclude<Act, 'expire'>[];

/** What a command does to a case: the one thing that is written, in one transaction. */
export interface Transition {
	changes: Change;
	after: CaseFacts;
	entry: NewEntry;
	clocks: { set: CaseClock[]; cancel: ClockKind[] };
	tell: readonly Recipient[];
}

export const rowOf = (command: CaseCommand): Row<Act> =>
	(command.act === 'expire' ? EXPIRY[familyOf(command.clock)] : TRANSITIONS[command.act]) as Row<Act>;

/**
 * Applies a command to a case. Whether the actor may is the policy's to say; here it is refused where the state or a
 * guard of its row forbids it. A clock that is stale is refused as `cases.clock-stale`.
 */
export function transition(
	c: CaseFacts,
	command: CaseCommand,
	now: Date,
	regime: WorkRegime = OFFICE
): Result<Transition> {
	const row = rowOf(command);
	const asked = command as Command<Act>;
	if (!row.from.includes(c.state)) return refuse(command.act === 'expire' ? 'cases.clock-stale' : 'cases.not-now');
	const objection = row.guard?.(c, now, regime) ?? row.check?.(c, asked, regime);
	if (objection) return { ok: false, refusal: objection };

	const state = row.to === 'stays' ? c.state : typeof row.to === 'function' ? row.to(c, asked) : row.to;
	const changes: Change = { ...row.change?.(c, asked, now, regime), state };
	const set = row.start?.({ ...c, ...changes }, asked, now, regime, c) ?? [];
	const reporter = set.find((clock) => clock.kind === 'reporter');
	if (reporter) changes.reporterDueAt = reporter.dueAt;
	const fired = command.act === 'expire' ? command.clock : null;
	const cancel = (row.stop?.(c, asked) ?? []).filter((kind) => kind !== fired);
	const gone = new Set<ClockKind>([...cancel, ...set.map((clock) => clock.kind), ...(fired ? [fired] : [])]);
	const clocks = [...c.clocks.filter((clock) => !gone.has(clock.kind)), ...set];
	const after: CaseFacts = { ...c, ...changes, clocks };
	return ok({
		changes,
		after,
		entry: entryOf(c, after, command, now, regime),
		clocks: { set, cancel },
		tell: row.tell ?? []
	});
}
