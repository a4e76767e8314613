import { WARNED } from '#lib/domain/cases/clocks.ts';
import { familyOf, type ClockFamily, type ClockKind } from '#lib/domain/cases/case.ts';
import { EXPIRY } from '#lib/domain/cases/table/expiry.ts';
import { transition } from '#lib/domain/cases/transitions.ts';
import type { Act } from '../platform/act.ts';
import { onClock, type DueClock } from '../platform/clocks.ts';
import { loadCase } from './load-case.ts';
import { tell } from './tell.ts';
import { writeTransition } from './write-transition.ts';

/** Says what the clocks of cases do when they run out. */
export function registerCaseClocks(): void {
	for (const family of Object.keys(EXPIRY) as ClockFamily[]) onClock('case', family, expire);
	onClock('case', 'warn', warn);
}

/** The row of the table for this clock, with the time it was due beside the time it runs. A stale clock does nothing. */
async function expire(a: Act, { subjectId, kind, dueAt }: DueClock): Promise<void> {
	const loaded = await loadCase(a.db, { id: subjectId }, { lock: true });
	if (!loaded) throw new Error(`a clock of a case that is not there: ${subjectId}`);
	const fired = transition(loaded.facts, { act: 'expire', clock: kind as ClockKind, dueAt }, a.now);
	if (fired.ok) await writeTransition(a, loaded, fired.value, null);
}

/** `warn:<clock>:50` and `warn:<clock>:80`: whoever has the matter hears of it. */
async function warn(a: Act, { subjectId, kind }: DueClock): Promise<void> {
	const loaded = await loadCase(a.db, { id: subjectId }, { lock: true });
	if (!loaded) throw new Error(`a warning of a case that is not there: ${subjectId}`);
	const clock = kind.slice('warn:'.length, kind.lastIndexOf(':')) as ClockKind;
	if (!loaded.facts.clocks.some((running) => running.kind === clock)) return;
	await tell(a, loaded.row, loaded.facts, 'warned', WARNED[familyOf(clock)]);
}
