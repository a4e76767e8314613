import { and, eq, inArray, isNull } from 'drizzle-orm';
import { clock } from '../db/schema/index.ts';
import type { Act } from './act.ts';
import { newId } from './ids.ts';

/** A clock that has run out, as its handler sees it. `dueAt` is when it was due; the act's `now` is when it runs. */
export interface DueClock {
	id: string;
	subjectType: string;
	subjectId: string;
	kind: string;
	dueAt: Date;
	data: Record<string, unknown>;
}

export type ClockHandler = (act: Act, due: DueClock) => Promise<void>;

type Subject = [type: string, id: string];

const handlers = new Map<string, ClockHandler>();

/**
 * Says what happens when a clock of this kind runs out. Called once a process, when the areas register. A kind may have
 * particulars after a colon (`report-in:<organisation>`): what is registered for `report-in` has them all.
 */
export function onClock(subjectType: string, kind: string, handler: ClockHandler): void {
	handlers.set(`${subjectType}/${kind}`, handler);
}

export function clockHandler(subjectType: string, kind: string): ClockHandler | undefined {
	return handlers.get(`${subjectType}/${kind.split(':')[0]}`);
}

/** Sets (or moves) the one running clock of this kind on the subject. Part of the act's transaction. */
export async function setClock(
	act: Act,
	subject: Subject,
	kind: string,
	dueAt: Date,
	data: Record<string, unknown> = {}
): Promise<void> {
	await setClocks(act, subject, [{ kind, dueAt, data }]);
}

/** Sets (or moves) several clocks of one subject at once. */
export async function setClocks(
	act: Act,
	subject: Subject,
	clocks: readonly { kind: string; dueAt: Date; data?: Record<string, unknown> }[]
): Promise<void> {
	if (!clocks.length) return;
	const [subjectType, subjectId] = subject;
	await cancelClocks(
		act,
		subject,
		clocks.map(({ kind }) => kind)
	);
	await act.db.insert(clock).values(clocks.map((each) => ({ ...each, id: newId(), subjectType, subjectId })));
}

/** Stops the running clocks of these kinds on the subject, or all of them. */
export async function cancelClocks(act: Act, subject: Subject, kinds?: string[]): Promise<void> {
	await act.db
		.update(clock)
		.set({ cancelledAt: act.now })
		.where(
			and(
				eq(clock.subjectType, subject[0]),
				eq(clock.subjectId, subject[1]),
				isNull(clock.firedAt),
				isNull(clock.cancelledAt),
				kinds ? inArray(clock.kind, kinds) : undefined
			)
		);
}
