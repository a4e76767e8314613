import { and, desc, eq, isNotNull, or } from 'drizzle-orm';
import { wasPublished } from '#lib/domain/disclosure/disclosure.ts';
import { disclosurePolicy } from '#lib/domain/disclosure/disclosure.policy.ts';
import { onCommentsOf } from '../comments/index.ts';
import { disclosure } from '../db/schema/index.ts';
import { onAttachmentOf } from '../platform/attachments/index.ts';
import { onTopic } from '../platform/topics.ts';
import { onWaiting } from '../platform/waiting.ts';
import { holdersOf, loadDisclosure } from './load-disclosure.ts';
import { waitingItems } from './waiting.ts';

/** Fills the platform's registries for this area. Called once a process. */
export function registerDisclosure(): void {
	onWaiting('disclosure', waitingItems);
	onTopic('disclosure', async (ctx, id) => {
		const loaded = await loadDisclosure(ctx.database.db, id);
		if (!loaded) return false;
		return wasPublished(loaded.row.state) || disclosurePolicy(ctx.actor, 'see-desk', loaded.facts).ok;
	});
	// what is published is everybody's
	onTopic('disclosures', () => true);
	onAttachmentOf('disclosure', async (ctx, id) => {
		const loaded = await loadDisclosure(ctx.database.db, id);
		if (!loaded) return false;
		const may = (act: 'read' | 'see-desk') => disclosurePolicy(ctx.actor, act, loaded.facts).ok;
		return may('read') || may('see-desk');
	});
	// Comments belong to the disclosure through all its versions: the id is that of the first.
	onCommentsOf('disclosure', async (db, _, id) => {
		const [latest] = await db
			.select()
			.from(disclosure)
			.where(and(or(eq(disclosure.id, id), eq(disclosure.firstId, id)), isNotNull(disclosure.publishedAt)))
			.orderBy(desc(disclosure.publishedAt))
			.limit(1);
		const loaded = latest && (await loadDisclosure(db, latest.id));
		if (!loaded) return undefined;
		const { row, facts } = loaded;
		return {
			areaId: row.communityId,
			communityCode: facts.communityCode,
			readable: wasPublished(row.state),
			open: row.state === 'published',
			title: row.title,
			href: `/c/${facts.communityCode}/disclosures/${row.id}`,
			answerableIds: await holdersOf(db, [row.organisationId], 'publisher')
		};
	});
}
