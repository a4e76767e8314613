import { sql } from 'drizzle-orm';
import { notification, outbox } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';

export interface News {
	personIds: readonly string[];
	areaId: string | null;
	/** Chooses the sentence: message `notification_<kind>` takes `params`. */
	kind: string;
	subject: [type: string, id: string];
	params: Record<string, string | number>;
	/** Where the person goes from there, within the site. */
	href: string;
}

/**
 * Tells people of something in the act's transaction, but not the one who did it; their open pages hear of it live. A
 * statement each, for a vote tells a whole community.
 */
export async function notify(a: Act, { personIds, areaId, kind, subject, params, href }: News): Promise<void> {
	const told = new Set(personIds);
	if (a.actor) told.delete(a.actor.personId);
	if (!told.size) return;
	const people = arrayOf([...told]);
	const now = a.now.toISOString();
	await a.db.execute(sql`
		insert into ${notification} (id, person_id, area_id, kind, subject_type, subject_id, params, href, created_at)
		select id, person, ${areaId}::uuid, ${kind}, ${subject[0]}, ${subject[1]}::uuid, ${JSON.stringify(params)}::text::jsonb,
			${href}, ${now}::timestamptz
		from unnest(${newIds(told.size)}::uuid[], ${people}::uuid[]) as t (id, person)`);
	await a.db.execute(sql`
		insert into ${outbox} (id, area_id, topic, kind, payload, created_at)
		select id, ${areaId}::uuid, 'person:' || person, 'notified', '{}', ${now}::timestamptz
		from unnest(${newIds(told.size)}::uuid[], ${people}::uuid[]) as t (id, person)`);
}

/** As PostgreSQL writes an array of ids. */
const arrayOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;

const newIds = (count: number): string => arrayOf(Array.from({ length: count }, newId));
