import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { attachment } from '../../db/schema/index.ts';
import { signTicket } from '../secrets.ts';

/** A file as a page shows it. `href` holds for one to two hours and only for those who may read its subject. */
export interface AttachmentView {
	id: string;
	name: string;
	mediaType: string;
	size: number;
	sha256: string;
	image: boolean;
	href: string;
}

const HOUR = 3_600_000;

/** Files of these subjects in the order they came, by subject. The caller has asked the policy. */
export async function attachmentsOf(
	db: Db,
	subjectType: string,
	subjectIds: string[],
	now: Date
): Promise<Map<string, AttachmentView[]>> {
	const found = new Map<string, AttachmentView[]>();
	if (!subjectIds.length) return found;
	const rows = await db
		.select()
		.from(attachment)
		.where(
			and(
				eq(attachment.subjectType, subjectType),
				inArray(attachment.subjectId, subjectIds),
				isNull(attachment.removedAt)
			)
		)
		.orderBy(asc(attachment.id));
	for (const { id, name, mediaType, size, sha256, subjectId } of rows) {
		const image = mediaType.startsWith('image/');
		const list = found.get(subjectId) ?? [];
		list.push({ id, name, mediaType, size, sha256, image, href: signedLink(id, now) });
		found.set(subjectId, list);
	}
	return found;
}

/** The same address for an hour, so that a browser keeps the picture it has. */
export function signedLink(id: string, now: Date): string {
	const until = new Date((Math.floor(now.getTime() / HOUR) + 2) * HOUR);
	return `/files/${id}?ticket=${signTicket('attachment', { id }, until)}`;
}
