import { notification } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';

/** Leaves a line in the person's notifications. */
export async function tell(
	a: Act,
	personId: string,
	news: {
		kind: string;
		areaId: string;
		subject: [type: string, id: string];
		href: string;
		params?: Record<string, string>;
	}
): Promise<void> {
	const { kind, areaId, subject, href, params = {} } = news;
	await a.db.insert(notification).values({
		...{ id: newId(), personId, areaId, kind, params, href, createdAt: a.now },
		...{ subjectType: subject[0], subjectId: subject[1] }
	});
	await a.emit({ topic: `person:${personId}`, kind: 'notification', areaId });
}
