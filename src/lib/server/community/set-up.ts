import { eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';

type AreaRow = typeof area.$inferSelect;

/** May the actor set this area up? The policy is asked before anybody learns whether the area exists. */
export async function setUpIn(a: Act, code: string): Promise<Result<AreaRow>> {
	const may = identityPolicy(a.actor, { act: 'set-up-areas', areaCode: code });
	if (!may.ok) return may;
	const row = await a.db.query.area.findFirst({ where: eq(area.code, code) });
	return row ? ok(row) : refuse('form.not-found');
}

/** The code of the area with this id; one that nobody administers where there is none. */
export async function codeOf(a: Act, areaId: string | undefined): Promise<string> {
	const row = areaId
		? await a.db.query.area.findFirst({ columns: { code: true }, where: eq(area.id, areaId) })
		: undefined;
	return row?.code ?? '';
}

/** An act that a unique constraint may refuse: another had that name or number first, whoever came at the same moment. */
export async function actUnlessTaken<T>(
	ctx: Context,
	taken: Record<string, { code: string; field: string }>,
	work: (a: Act) => Promise<Result<T>>
): Promise<Result<T>> {
	try {
		return await act(ctx, work);
	} catch (error) {
		for (const [constraint, { code, field }] of Object.entries(taken)) {
			if (violates(error, constraint)) return refuse(code, { field });
		}
		throw error;
	}
}
