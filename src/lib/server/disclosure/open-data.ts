import { and, desc, eq, inArray } from 'drizzle-orm';
import type { DisclosureKind, DisclosureState } from '#lib/domain/disclosure/disclosure.ts';
import type { TextTable } from '#lib/domain/disclosure/text-table.ts';
import { disclosure, organisation } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import { attachmentsOf } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';

/** A disclosure as open data. Version 1 of this shape: fields are added, never changed or removed. */
export interface OpenDisclosure {
	id: string;
	kind: DisclosureKind;
	state: DisclosureState;
	catalogueCode: string | null;
	/** 2026, 2026-H1, 2026-Q3, 2026-11. */
	period: string | null;
	publisher: { id: string; name: string; kind: string };
	publishedAt: Date;
	version: number;
	/** Id of the version it corrects. */
	corrects: string | null;
	correctionNote: string | null;
	/** Null once withdrawn, like body, table and attachments. */
	title: string | null;
	body: string | null;
	table: TextTable | null;
	attachments: { id: string; name: string; mediaType: string; size: number; sha256: string }[];
	/** SHA-256 of the canonical JSON that the disclosure's `content.json` holds. */
	contentHash: string;
	withdrawnAt: Date | null;
	withdrawnReason: string | null;
}

const PUBLIC: DisclosureState[] = ['published', 'superseded', 'withdrawn'];

/** All that was ever published in a community, the latest first: what was corrected and what was withdrawn too. */
export async function openDisclosures(
	{ database }: Context,
	communityId: string,
	{ most = 500, standing = false } = {}
): Promise<OpenDisclosure[]> {
	const { db } = database;
	const rows = await db
		.select({ row: disclosure, publisher: { id: organisation.id, name: organisation.name, kind: organisation.kind } })
		.from(disclosure)
		.innerJoin(organisation, eq(organisation.id, disclosure.organisationId))
		.where(and(eq(disclosure.communityId, communityId), inArray(disclosure.state, standing ? ['published'] : PUBLIC)))
		.orderBy(desc(disclosure.publishedAt), desc(disclosure.id))
		.limit(most);
	const readable = rows.filter(({ row }) => row.state !== 'withdrawn').map(({ row }) => row.id);
	const files = await attachmentsOf(db, 'disclosure', readable, await readNow(db));
	return rows.map(({ row, publisher }) => {
		const gone = row.state === 'withdrawn';
		return {
			id: row.id,
			kind: row.kind,
			state: row.state,
			catalogueCode: row.catalogueCode,
			period: row.period,
			publisher,
			publishedAt: row.publishedAt!,
			version: row.version,
			corrects: row.supersedesId,
			correctionNote: row.correctionNote,
			title: gone ? null : row.title,
			body: gone ? null : row.body,
			table: gone ? null : row.table,
			attachments: (files.get(row.id) ?? []).map(({ id, name, mediaType, size, sha256 }) => {
				return { id, name, mediaType, size, sha256 };
			}),
			contentHash: row.contentHash!,
			withdrawnAt: row.withdrawnAt,
			withdrawnReason: row.withdrawnReason
		};
	});
}

/** Where a file of a readable disclosure is to be had now: a signed address; undefined for any other. */
export async function fileOf({ database }: Context, id: string, fileId: string): Promise<string | undefined> {
	const files = (await attachmentsOf(database.db, 'disclosure', [id], await readNow(database.db))).get(id);
	return files?.find((file) => file.id === fileId)?.href;
}
