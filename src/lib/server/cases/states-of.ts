import { and, eq, inArray } from 'drizzle-orm';
import { maySee } from '#lib/domain/cases/cases.policy.ts';
import type { CaseBeside } from '#lib/domain/cases/view.ts';
import { gridCase, link } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { caseLines } from './lines.ts';
import { loadCase } from './load-case.ts';

/**
 * The cases raised from one place (a meeting, a vote …) that the reader may know of, with where in it. Follow
 * `case:<id>` for each to hear of changes.
 */
export async function caseStatesOf(ctx: Context, fromType: string, fromId: string): Promise<CaseBeside[]> {
	const { db } = ctx.database;
	const links = await db
		.select({ block: link.fromBlock, id: link.toId, public: gridCase.public })
		.from(link)
		.innerJoin(gridCase, eq(gridCase.id, link.toId))
		.where(and(eq(link.fromType, fromType), eq(link.fromId, fromId), eq(link.toType, 'case')));
	const seen: typeof links = [];
	for (const each of links) {
		if (each.public || (await mayKnow(ctx, each.id))) seen.push(each);
	}
	if (!seen.length) return [];
	const lines = await caseLines(
		db,
		inArray(
			gridCase.id,
			seen.map(({ id }) => id)
		)
	);
	const byId = new Map(lines.map((line) => [line.id, line]));
	return seen.map(({ block, id }) => ({ block, line: byId.get(id)! }));
}

async function mayKnow(ctx: Context, id: string): Promise<boolean> {
	const loaded = await loadCase(ctx.database.db, { id });
	return !!loaded && maySee(ctx.actor, loaded.facts).ok;
}
