import { desc, inArray, or } from 'drizzle-orm';
import { wasPublished, type DisclosureState } from '#lib/domain/disclosure/disclosure.ts';
import { disclosurePolicy } from '#lib/domain/disclosure/disclosure.policy.ts';
import { disclosure } from '../db/schema/index.ts';
import { linksFrom } from '../links/index.ts';
import type { Context } from '../platform/context.ts';
import { loadDisclosure, seriesOf } from './load-disclosure.ts';

/** How a disclosure stands, for beside the place it was begun from. */
export interface DisclosureBeside {
	block: string;
	id: string;
	title: string;
	state: DisclosureState;
	atDesk: boolean;
}

/**
 * Disclosures begun from blocks of this: the latest version that was public, else, for those at its desk, the draft.
 * Follow `disclosure:<id>` of each, and the topic of the whole for what becomes public.
 */
export async function disclosuresFrom(ctx: Context, type: string, id: string): Promise<DisclosureBeside[]> {
	const { db } = ctx.database;
	const links = (await linksFrom(db, type, id)).filter((one) => one.toType === 'disclosure' && one.fromBlock !== null);
	if (!links.length) return [];
	const ids = links.map(({ toId }) => toId);
	const rows = await db
		.select()
		.from(disclosure)
		.where(or(inArray(disclosure.id, ids), inArray(disclosure.firstId, ids)))
		.orderBy(desc(disclosure.version));
	const found: DisclosureBeside[] = [];
	for (const { toId, fromBlock } of links) {
		const versions = rows.filter((row) => seriesOf(row) === toId);
		const row = versions.find(({ state }) => wasPublished(state)) ?? versions[0];
		if (!row) continue;
		const atDesk = !wasPublished(row.state);
		if (atDesk) {
			const loaded = await loadDisclosure(db, row.id);
			if (!disclosurePolicy(ctx.actor, 'see-desk', loaded!.facts).ok) continue;
		}
		found.push({ block: fromBlock!, id: row.id, title: row.title, state: row.state, atDesk });
	}
	return found;
}
