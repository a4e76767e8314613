import { and, eq, ne } from 'drizzle-orm';
import type { AreaLevel, CommunityKind } from '#lib/domain/community/hierarchy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { actUnlessTaken, setUpIn } from './set-up.ts';

export interface AreaFacts {
	name: string;
	letters?: string | null;
	kind?: CommunityKind;
	address?: string | null;
	phone?: string | null;
	introduction?: string | null;
}

const BELOW: Partial<Record<AreaLevel, AreaLevel>> = { district: 'street', street: 'community' };
const TAKEN = { area_code_unique: { code: 'community.code-taken', field: 'digits' } };

/** Adds a street to a district, a community to a street; answers its code. `digits` are the last three of it. */
export const addArea = (
	ctx: Context,
	parentCode: string,
	{ digits, ...facts }: AreaFacts & { digits: string }
): Promise<Result<{ code: string }>> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const parent = await setUpIn(a, parentCode);
		if (!parent.ok) return parent;
		const level = BELOW[parent.value.level];
		if (!level) return refuse('form.not-found');
		const id = newId();
		const fitting = await fitted(a, id, level, facts);
		if (!fitting.ok) return fitting;
		const code = parentCode + digits;
		await a.db.insert(area).values({ id, parentId: parent.value.id, level, code, ...fitting.value, createdAt: a.now });
		await a.audit({ act: 'community.area-added', subject: ['area', id], areaId: id, data: { code, level } });
		return ok({ code });
	});

/** Changes what an area is called and how it is reached. Its code stays: everything hangs on it. */
export const changeArea = (ctx: Context, code: string, facts: AreaFacts): Promise<Result> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const place = await setUpIn(a, code);
		if (!place.ok) return place;
		const { id, level } = place.value;
		const fitting = await fitted(a, id, level, facts);
		if (!fitting.ok) return fitting;
		await a.db.update(area).set(fitting.value).where(eq(area.id, id));
		await a.audit({ act: 'community.area-changed', subject: ['area', id], areaId: id });
		return ok();
	});

/** Only communities have a kind, and need one; letters stand before case numbers, so each has its own. */
async function fitted(a: Act, id: string, level: AreaLevel, facts: AreaFacts): Promise<Result<AreaFacts>> {
	if (level !== 'community') return ok({ ...facts, kind: undefined, letters: undefined });
	if (!facts.kind) return refuse('community.kind-missing', { field: 'kind' });
	if (!facts.letters) return refuse('community.letters-unreadable', { field: 'letters' });
	const other = await a.db.query.area.findFirst({
		columns: { name: true },
		where: and(eq(area.letters, facts.letters), ne(area.id, id))
	});
	if (other) return refuse('community.letters-taken', { field: 'letters', params: { name: other.name } });
	return ok(facts);
}
