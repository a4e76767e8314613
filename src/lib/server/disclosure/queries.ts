import { and, asc, count, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { wasPublished, type DisclosureKind, type DisclosureState } from '#lib/domain/disclosure/disclosure.ts';
import { disclosurePolicy } from '#lib/domain/disclosure/disclosure.policy.ts';
import type { TextTable } from '#lib/domain/disclosure/text-table.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { attachment, catalogueItem, disclosure, organisation } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import { attachmentsOf, type AttachmentView } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { loadDisclosure, seriesOf } from './load-disclosure.ts';

/** A published disclosure as a list shows it. */
export interface DisclosureLine {
	id: string;
	title: string;
	kind: DisclosureKind;
	/** Title of its item in the catalogue, and the period it is of. */
	item: string | null;
	period: string | null;
	publisherId: string;
	publisher: string;
	publishedAt: Date;
	version: number;
	pinned: boolean;
	files: number;
}

export interface DisclosureFilter {
	kind?: DisclosureKind;
	publisherId?: string;
	/** Words that must all stand in its title, text or table. */
	words?: string;
}

/** What is published in a community: what is pinned first, then the latest. Everybody may read it. */
export async function listDisclosures(
	{ database }: Context,
	communityId: string,
	{ kind, publisherId, words = '' }: DisclosureFilter = {},
	{ page = 1, size = 20 } = {}
): Promise<{ items: DisclosureLine[]; total: number }> {
	const where = and(
		eq(disclosure.communityId, communityId),
		eq(disclosure.state, 'published'),
		kind && eq(disclosure.kind, kind),
		publisherId ? eq(disclosure.organisationId, publisherId) : undefined,
		...patterns(words).map(
			(pattern) =>
				sql`concat_ws(' ', ${disclosure.title}, ${disclosure.body}, ${disclosure.table}::text) ilike ${pattern}`
		)
	);
	const pinned = sql<boolean>`coalesce(${disclosure.pinnedUntil} > app_now(), false)`;
	const [items, [all]] = await Promise.all([
		database.db
			.select({
				id: disclosure.id,
				title: disclosure.title,
				kind: disclosure.kind,
				item: catalogueItem.title,
				period: disclosure.period,
				publisherId: organisation.id,
				publisher: organisation.name,
				publishedAt: sql<Date>`${disclosure.publishedAt}`.mapWith(disclosure.publishedAt),
				version: disclosure.version,
				pinned,
				files: sql<number>`(select count(*)::int from ${attachment} where ${attachment.subjectType} = 'disclosure'
					and ${attachment.subjectId} = ${disclosure.id} and ${attachment.removedAt} is null)`
			})
			.from(disclosure)
			.innerJoin(organisation, eq(organisation.id, disclosure.organisationId))
			.leftJoin(catalogueItem, eq(catalogueItem.code, disclosure.catalogueCode))
			.where(where)
			.orderBy(desc(pinned), desc(disclosure.publishedAt), desc(disclosure.id))
			.limit(size)
			.offset((page - 1) * size),
		database.db.select({ n: count() }).from(disclosure).where(where)
	]);
	return { items, total: all!.n };
}

const patterns = (words: string): string[] =>
	words
		.trim()
		.split(/\s+/)
		.filter(Boolean)
		.slice(0, 5)
		.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/** Organisations that have published in a community, for the filter. */
export function publishersIn({ database }: Context, communityId: string) {
	return database.db
		.selectDistinct({ id: organisation.id, name: organisation.name })
		.from(disclosure)
		.innerJoin(organisation, eq(organisation.id, disclosure.organisationId))
		.where(and(eq(disclosure.communityId, communityId), eq(disclosure.state, 'published')))
		.orderBy(asc(organisation.name));
}

/** One version in the line of all of them. */
export interface DisclosureVersion {
	id: string;
	version: number;
	state: DisclosureState;
	publishedAt: Date;
	correctionNote: string | null;
	contentHash: string;
}

export interface DisclosurePage {
	id: string;
	seriesId: string;
	state: DisclosureState;
	kind: DisclosureKind;
	/** Null once it is withdrawn: the reason stands in its place. */
	text: { title: string; body: string; table: TextTable | null } | null;
	title: string;
	item: string | null;
	period: string | null;
	publisherId: string;
	publisher: string;
	publisherKind: PartyKind;
	publishedAt: Date;
	version: number;
	correctionNote: string | null;
	contentHash: string;
	withdrawnAt: Date | null;
	withdrawnReason: string | null;
	source: { type: string; id: string } | null;
	attachments: AttachmentView[];
	/** All that were ever public, the latest first. */
	versions: DisclosureVersion[];
	/** The text of the version before, to show what has changed. */
	before: { title: string; body: string; table: TextTable | null } | null;
	may: Record<'correct' | 'withdraw', boolean>;
}

/** A version that is or was public, with all its page shows. Refusal: `form.not-found`, for drafts too. */
export async function disclosurePage(ctx: Context, communityId: string, id: string): Promise<Result<DisclosurePage>> {
	const { db } = ctx.database;
	const loaded = await loadDisclosure(db, id);
	if (!loaded || loaded.row.communityId !== communityId || !wasPublished(loaded.row.state)) {
		return refuse('form.not-found');
	}
	const { row, facts } = loaded;
	const readable = disclosurePolicy(null, 'read', facts).ok;
	const [publisher] = await db.select().from(organisation).where(eq(organisation.id, row.organisationId));
	const [item] = row.catalogueCode
		? await db.select().from(catalogueItem).where(eq(catalogueItem.code, row.catalogueCode))
		: [];
	const series = await publicSeries(ctx, seriesOf(row));
	const before = series.find((one) => one.id === row.supersedesId && one.state !== 'withdrawn');
	const textOf = ({ title, body, table }: typeof row) => ({ title, body, table });
	const files = readable ? await attachmentsOf(db, 'disclosure', [id], await readNow(db)) : new Map();
	return ok({
		id,
		seriesId: seriesOf(row),
		state: row.state,
		kind: row.kind,
		text: readable ? textOf(row) : null,
		title: row.title,
		item: item?.title ?? null,
		period: row.period,
		publisherId: publisher!.id,
		publisher: publisher!.name,
		publisherKind: publisher!.kind,
		publishedAt: row.publishedAt!,
		version: row.version,
		correctionNote: row.correctionNote,
		contentHash: row.contentHash!,
		withdrawnAt: row.withdrawnAt,
		withdrawnReason: row.withdrawnReason,
		source: row.sourceType && row.sourceId ? { type: row.sourceType, id: row.sourceId } : null,
		attachments: files.get(id) ?? [],
		versions: series.map((one) => ({
			id: one.id,
			version: one.version,
			state: one.state,
			publishedAt: one.publishedAt!,
			correctionNote: one.correctionNote,
			contentHash: one.contentHash!
		})),
		before: readable && before ? textOf(before) : null,
		may: {
			correct: disclosurePolicy(ctx.actor, 'correct', facts).ok,
			withdraw: disclosurePolicy(ctx.actor, 'withdraw', facts).ok
		}
	});
}

const PUBLIC: DisclosureState[] = ['published', 'superseded', 'withdrawn'];

function publicSeries({ database }: Context, first: string) {
	const where: SQL | undefined = and(
		or(eq(disclosure.id, first), eq(disclosure.firstId, first)),
		inArray(disclosure.state, PUBLIC)
	);
	return database.db.select().from(disclosure).where(where).orderBy(desc(disclosure.version));
}

/** The first version's id, by which comments know all of them; the id itself where there is no such disclosure. */
export async function seriesIdOf({ database }: Context, id: string): Promise<string> {
	const loaded = await loadDisclosure(database.db, id);
	return loaded ? seriesOf(loaded.row) : id;
}
