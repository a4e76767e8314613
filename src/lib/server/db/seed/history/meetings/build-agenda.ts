import { agendaItems, orderBetween, putItem } from '#lib/domain/meetings/agenda-document.ts';
import { need, type World } from '../../world.ts';
import type { SharedDocument } from './shared-document.ts';
import type { ItemStory } from './story.ts';

/** An item on its way into the agenda, under the item it is part of. */
export interface Entry {
	story: ItemStory;
	id: string;
	parent: string | null;
	order: string;
	proposer: string;
}

/** Every item of the agenda with its parts behind it. */
export function entriesOf(
	world: World,
	items: readonly ItemStory[],
	key: string,
	parent: string | null = null
): Entry[] {
	let order: string | null = null;
	return items.flatMap((story, i) => {
		const id = `${key}-${i + 1}`;
		order = orderBetween(order, null);
		const entry = { story, id, parent, order, proposer: need(world.staff, story.by).party.id };
		return [entry, ...entriesOf(world, story.parts ?? [], id, id)];
	});
}

export const bringIn = (document: SharedDocument, { story, id, parent, order, proposer }: Entry): Promise<void> =>
	document.write(story.by, (doc) =>
		putItem(doc, {
			id,
			title: story.title,
			parent,
			order,
			minutes: story.minutes ?? null,
			kind: story.kind,
			proposer,
			withdrawnBy: null
		})
	);

export const takeBack = (document: SharedDocument, { story, id, proposer }: Entry): Promise<void> =>
	document.write(story.by, (doc) => void agendaItems(doc).get(id)!.set('withdrawnBy', proposer));
