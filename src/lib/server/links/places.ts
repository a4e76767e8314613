import type { Actor } from '#lib/domain/shared/actor.ts';
import type { Db } from '../db/client.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { linksTo } from './queries.ts';

/** A block of something: a paragraph of minutes, an item of an agenda. */
export interface PlaceRef {
	id: string;
	block: string;
}

/** What a place says, for who raises something from it. */
export interface Place {
	communityId: string;
	words: string;
}

/** Where something came from, as its own page says it: the name of the whole, and the way to the place in it. */
export interface Origin {
	name: string;
	href: string;
	/** `item`: of the agenda; `paragraph`: of the minutes; null: the whole. */
	part: 'item' | 'paragraph' | null;
}

export interface PlacesOf {
	/** Null where there is no such place, or the actor may not read what it says. */
	find(db: Db, actor: Actor, ref: PlaceRef): Promise<Place | null>;
	/** Null where the actor may not see the whole. */
	describe(db: Db, actor: Actor, id: string, block: string | null): Promise<Origin | null>;
}

const places = new Map<string, PlacesOf>();

/** Lets things be raised from places of this type. Called once a process, when the areas register. */
export function onPlace(type: string, of: PlacesOf): void {
	places.set(type, of);
}

/** Default deny: there is no place of a type that nobody registered. */
export async function findPlace(db: Db, actor: Actor, type: string, ref: PlaceRef): Promise<Place | null> {
	return (await places.get(type)?.find(db, actor, ref)) ?? null;
}

/** Where this came from, as far as the reader may know of it. */
export async function originsOf(ctx: Context, type: string, id: string): Promise<Origin[]> {
	const links = await linksTo(ctx.database.db, type, id);
	const origins = await Promise.all(
		links.map(
			async ({ fromType, fromId, fromBlock }) =>
				(await places.get(fromType)?.describe(ctx.database.db, ctx.actor, fromId, fromBlock)) ?? null
		)
	);
	return origins.filter((origin) => origin !== null);
}

/** Pages that show how this stands beside the place it came from hear that it has changed. */
export async function tellSources(a: Act, type: string, id: string, areaId: string): Promise<void> {
	const links = await linksTo(a.db, type, id);
	for (const topic of new Set(links.map(({ fromType, fromId }) => `${fromType}:${fromId}`))) {
		await a.emit({ topic, kind: `${type}-moved`, areaId });
	}
}
