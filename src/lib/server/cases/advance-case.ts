import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AdvanceInput } from '#lib/domain/cases/advance.schema.ts';
import { actsFor, mayDo, maySee } from '#lib/domain/cases/cases.policy.ts';
import { transition } from '#lib/domain/cases/transitions.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { gridCase } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import { attachFile } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { loadCase, type LoadedCase } from './load-case.ts';
import { resolveCommand } from './resolve-command.ts';
import { writeTransition } from './write-transition.ts';

/**
 * Does one act to a case: accept, dispatch, sign, finish and all the others of the table. Whoever comes second finds the
 * case in another state and is told so (`cases.not-now`). Refusals: the policy's, the table's, those of the files.
 */
export const advanceCase = (
	ctx: Context,
	number: string,
	input: AdvanceInput,
	files: readonly File[] = []
): Promise<Result> => act(ctx, (a) => advanceWithin(a, number, input, files));

/** The same as part of an act under way. */
export async function advanceWithin(
	a: Act,
	number: string,
	input: AdvanceInput,
	files: readonly File[] = []
): Promise<Result> {
	if (input.act === 'merge') await lockInOrder(a, [number, input.master]);
	const loaded = await loadCase(a.db, { number }, { lock: true });
	if (!loaded || !maySee(a.actor, loaded.facts).ok) return refuse('form.not-found');
	const allowed = mayDo(a.actor, input.act, loaded.facts);
	if (!allowed.ok) return allowed;

	for (const file of files) {
		const attached = await attachFile(a, loaded.row.communityId, ['case', loaded.row.id], file);
		if (!attached.ok) return { ok: false, refusal: { field: 'photo', ...attached.refusal } };
	}
	const command = await resolveCommand(a, loaded, input);
	if (!command.ok) return command;
	const moved = transition(loaded.facts, command.value, a.now);
	if (!moved.ok) return moved;
	await writeTransition(a, loaded, moved.value, actsFor(a.actor, input.act, loaded.facts));
	await moveFollowers(a, loaded, moved.value.after.state);
	return ok();
}

/** Two desks that merge two cases into each other wait for one another instead of for ever. */
async function lockInOrder(a: Act, numbers: string[]): Promise<void> {
	const both = a.db.select({ id: gridCase.id }).from(gridCase).where(inArray(gridCase.number, numbers));
	await both.orderBy(asc(gridCase.number)).for('update');
}

/**
 * Cases merged into this one follow it: to a call-back of their own when it passes its check, back to the desk when it
 * ends without having been dealt with.
 */
async function moveFollowers(a: Act, { row, facts }: LoadedCase, state: string): Promise<void> {
	const checked = facts.state === 'verifying' && (state === 'calling-back' || state === 'closed');
	const dropped = facts.state !== 'merged' && (state === 'withdrawn' || state === 'refused');
	if (!checked && !dropped) return;
	const followers = await a.db
		.select({ id: gridCase.id })
		.from(gridCase)
		.where(and(eq(gridCase.masterId, row.id), eq(gridCase.state, 'merged')))
		.orderBy(asc(gridCase.number));
	for (const { id } of followers) {
		const follower = await loadCase(a.db, { id }, { lock: true });
		const moved = transition(
			follower!.facts,
			checked ? { act: 'follow', unit: facts.unit } : { act: 'unmerge' },
			a.now
		);
		if (moved.ok) await writeTransition(a, follower!, moved.value, null);
	}
}
