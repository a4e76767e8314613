import { asc, inArray } from 'drizzle-orm';
import { currentPeriod, periodsBefore } from '#lib/domain/disclosure/periods.ts';
import { catalogueItem } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { organisationsToPublishFor } from './desk-queries.ts';

/** Each organisation the actor publishes for, with the items of its catalogue and the periods that can be published. */
export async function beginChoices(ctx: Context) {
	const organisations = await organisationsToPublishFor(ctx);
	if (!organisations.length) return [];
	const { db } = ctx.database;
	const now = await readNow(db);
	const kinds = organisations.map((one) => one.kind);
	const items = await db
		.select()
		.from(catalogueItem)
		.where(inArray(catalogueItem.partyKind, kinds))
		.orderBy(asc(catalogueItem.ordinal));
	return organisations.map((one) => ({
		...one,
		items: items
			.filter(({ partyKind }) => partyKind === one.kind)
			.map(({ code, title, cycle }) => {
				const current = currentPeriod(cycle, now);
				const periods = [...(current ? [current] : []), ...periodsBefore(cycle, now, 4)];
				return { code, title, periods: periods.map(({ name }) => name) };
			})
	}));
}
