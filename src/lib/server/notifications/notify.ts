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

/** Tells people of something in the act's transaction, but not the one who did it; their open pages hear of it live. */
export async function notify(a: Act, { personIds, areaId, kind, subject, params, href }: News): Promise<void> {
	const people = new Set(personIds);
	if (a.actor) people.delete(a.actor.personId);
	if (!people.size) return;
	const all = [...people];
	// PostgreSQL takes at most 65,535 parameters a statement, and a vote may ask a whole community
	for (let from = 0; from < all.length; from += 2000) {
		const some = all.slice(from, from + 2000);
		await a.db.insert(notification).values(
			some.map((personId) => ({
				id: newId(),
				personId,
				areaId,
				kind,
				subjectType: subject[0],
				subjectId: subject[1],
				params,
				href,
				createdAt: a.now
			}))
		);
		await a.db.insert(outbox).values(
			some.map((personId) => ({
				id: newId(),
				areaId,
				topic: `person:${personId}`,
				kind: 'notified',
				payload: {},
				createdAt: a.now
			}))
		);
	}
}
