import { and, eq, sql } from 'drizzle-orm';
import { readGridPolygon } from '#lib/domain/community/grid-polygon.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { grid } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { actUnlessTaken, setUpIn } from './set-up.ts';

export interface GridFacts {
	/** Of the grid that is changed; a new one without. */
	id?: string;
	name: string;
	/** Its ground; left empty, it stays as it is. */
	geojson?: string;
}

/** Adds a grid (网格) to a community, numbered after those it has, or changes name and ground of one. */
export const saveGrid = (ctx: Context, communityCode: string, facts: GridFacts): Promise<Result> =>
	actUnlessTaken(ctx, {}, async (a) => {
		const place = await setUpIn(a, communityCode);
		if (!place.ok) return place;
		const { id: communityId, level } = place.value;
		if (level !== 'community') return refuse('form.not-found');
		const ground = facts.geojson ? readGridPolygon(facts.geojson) : undefined;
		if (ground && !ground.ok) return ground;
		const columns = { name: facts.name, ...(ground && { polygon: ground.value }) };
		const id = facts.id ?? newId();
		if (facts.id) {
			const own = and(eq(grid.id, facts.id), eq(grid.communityId, communityId));
			const changed = await a.db.update(grid).set(columns).where(own).returning({ id: grid.id });
			if (!changed.length) return refuse('form.not-found');
		} else {
			await a.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`grid:${communityId}`}, 8154006))`);
			const [row] = await a.db.execute<{ next: number }>(sql`
				select coalesce(max(right(code, 3)::int), 0) + 1 as next from grid where community_id = ${communityId}`);
			const code = communityCode + String(row!.next).padStart(3, '0');
			await a.db.insert(grid).values({ id, communityId, code, ...columns });
		}
		const name = facts.id ? 'community.grid-changed' : 'community.grid-added';
		await a.audit({ act: name, subject: ['grid', id], areaId: communityId });
		return ok();
	});
