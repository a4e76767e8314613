import { and, asc, desc, eq, exists, inArray, isNull, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { disclosurePolicy, type DisclosureAct } from '#lib/domain/disclosure/disclosure.policy.ts';
import type { DisclosureKind, DisclosureState } from '#lib/domain/disclosure/disclosure.ts';
import { scan, type Decided, type Finding } from '#lib/domain/disclosure/personal-data.ts';
import { organisationsAs } from '#lib/domain/shared/actor.ts';
import type { TextTable } from '#lib/domain/disclosure/text-table.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { inOffice } from '../db/in-office.ts';
import {
	area,
	catalogueItem,
	disclosure,
	disclosureStep,
	membership,
	organisation,
	person
} from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import { attachmentsOf, type AttachmentView } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { loadDisclosure, WRITING } from './load-disclosure.ts';

/** A disclosure as its desk lists it. */
export interface DeskLine {
	id: string;
	title: string;
	kind: DisclosureKind;
	state: DisclosureState;
	version: number;
	organisation: string;
	communityCode: string;
	communityName: string;
	author: string;
	/** Last sent in, last sent back with what is to be changed. */
	submittedAt: Date | null;
	publishedAt: Date | null;
	sentBack: string | null;
	createdAt: Date;
}

const reviewer = alias(membership, 'reviewer');

function lines({ database }: Context, where: SQL | undefined, most = 100) {
	const sentBack = sql<string | null>`(select s.note from ${disclosureStep} s
		where s.disclosure_id = ${disclosure.id} and s.step = 'send-back' order by s.id desc limit 1)`;
	return database.db
		.select({
			id: disclosure.id,
			title: disclosure.title,
			kind: disclosure.kind,
			state: disclosure.state,
			version: disclosure.version,
			organisation: organisation.name,
			communityCode: area.code,
			communityName: area.name,
			author: person.name,
			submittedAt: disclosure.submittedAt,
			publishedAt: disclosure.publishedAt,
			sentBack,
			createdAt: disclosure.createdAt
		})
		.from(disclosure)
		.innerJoin(organisation, eq(organisation.id, disclosure.organisationId))
		.innerJoin(area, eq(area.id, disclosure.communityId))
		.innerJoin(person, eq(person.id, disclosure.authorId))
		.where(where)
		.orderBy(desc(sql`coalesce(${disclosure.publishedAt}, ${disclosure.submittedAt}, ${disclosure.createdAt})`))
		.limit(most);
}

/** Organisations in whose name the actor publishes, with what their kind of party can publish. */
export async function organisationsToPublishFor(ctx: Context) {
	const ids = organisationsAs(ctx.actor, 'publisher');
	if (!ids.length) return [];
	return ctx.database.db
		.select({
			id: organisation.id,
			name: organisation.name,
			kind: organisation.kind,
			communityCode: area.code,
			communityName: area.name
		})
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(inArray(organisation.id, ids), isNull(organisation.dissolvedAt), eq(area.level, 'community')))
		.orderBy(asc(organisation.name));
}

/** Drafts, texts in review and what is public, of the organisations in whose name the actor publishes. */
export async function ownDisclosures(ctx: Context): Promise<DeskLine[]> {
	const ids = organisationsAs(ctx.actor, 'publisher');
	if (!ids.length) return [];
	return lines(ctx, and(inArray(disclosure.organisationId, ids), sql`${disclosure.state} <> 'superseded'`));
}

/** Drafts of those organisations that were sent back to be changed. */
export async function draftsSentBack(ctx: Context): Promise<DeskLine[]> {
	const ids = organisationsAs(ctx.actor, 'publisher');
	if (!ids.length) return [];
	const sentBack = ctx.database.db
		.select({ one: sql`1` })
		.from(disclosureStep)
		.where(and(eq(disclosureStep.disclosureId, disclosure.id), eq(disclosureStep.step, 'send-back')));
	return lines(ctx, and(inArray(disclosure.organisationId, ids), eq(disclosure.state, 'draft'), exists(sentBack)));
}

/** Texts in review that the actor, and not one who wrote in them, is asked to look at. */
export async function disclosuresToReview(ctx: Context): Promise<DeskLine[]> {
	const ids = organisationsAs(ctx.actor, 'reviewer');
	if (!ids.length) return [];
	const { db } = ctx.database;
	const ownReviewer = db
		.select({ one: sql`1` })
		.from(reviewer)
		.where(
			and(eq(reviewer.organisationId, disclosure.organisationId), eq(reviewer.role, 'reviewer'), inOffice(reviewer))
		);
	const committees = db
		.select({ areaId: organisation.areaId })
		.from(organisation)
		.where(and(inArray(organisation.id, ids), eq(organisation.kind, 'residents-committee')));
	const written = db
		.select({ one: sql`1` })
		.from(disclosureStep)
		.where(
			and(
				eq(disclosureStep.disclosureId, disclosure.id),
				eq(disclosureStep.personId, ctx.actor!.personId),
				inArray(disclosureStep.step, WRITING)
			)
		);
	return lines(
		ctx,
		and(
			eq(disclosure.state, 'in-review'),
			or(
				inArray(disclosure.organisationId, ids),
				and(inArray(disclosure.communityId, committees), notExists(ownReviewer))
			),
			notExists(written)
		)
	);
}

/** A disclosure at its desk: whatever state it is in, for those who write, review and supervise. */
export interface DeskDisclosure {
	id: string;
	kind: DisclosureKind;
	state: DisclosureState;
	title: string;
	body: string;
	table: TextTable | null;
	item: string | null;
	period: string | null;
	version: number;
	corrects: boolean;
	correctionNote: string | null;
	/** The matter that it publishes; null for a text of its own. */
	source: { type: string; id: string } | null;
	occurredOn: string | null;
	onOccurrence: boolean;
	pinnedUntil: Date | null;
	basis: string | null;
	organisation: string;
	community: { code: string; name: string };
	/** What the scan finds now, and what was decided before. */
	findings: Finding[];
	decided: Decided[];
	attachments: AttachmentView[];
	steps: { step: string; person: string; note: string | null; at: Date }[];
	before: { title: string; body: string; table: TextTable | null } | null;
	may: Record<DisclosureAct, boolean>;
	/** Why a reviewer may not review this one: code of the refusal. */
	reviewRefusal: string | null;
}

const ACTS = ['read', 'see-desk', 'write', 'review', 'correct', 'withdraw'] as const satisfies DisclosureAct[];

/** Refusals: `form.not-found`, for those who have no business there too. */
export async function deskDisclosure(ctx: Context, id: string): Promise<Result<DeskDisclosure>> {
	const { db } = ctx.database;
	const loaded = await loadDisclosure(db, id);
	if (!loaded || !disclosurePolicy(ctx.actor, 'see-desk', loaded.facts).ok) return refuse('form.not-found');
	const { row, facts } = loaded;
	const [place] = await db
		.select({ organisation: organisation.name, code: area.code, name: area.name })
		.from(organisation)
		.innerJoin(area, eq(area.id, row.communityId))
		.where(eq(organisation.id, row.organisationId));
	const [item] = row.catalogueCode
		? await db.select().from(catalogueItem).where(eq(catalogueItem.code, row.catalogueCode))
		: [];
	const before = row.supersedesId ? (await loadDisclosure(db, row.supersedesId))?.row : undefined;
	const steps = await db
		.select({ step: disclosureStep.step, person: person.name, note: disclosureStep.note, at: disclosureStep.at })
		.from(disclosureStep)
		.innerJoin(person, eq(person.id, disclosureStep.personId))
		.where(eq(disclosureStep.disclosureId, id))
		.orderBy(asc(disclosureStep.id));
	const review = disclosurePolicy(ctx.actor, 'review', facts);
	return ok({
		id,
		kind: row.kind,
		state: row.state,
		title: row.title,
		body: row.body,
		table: row.table,
		item: item?.title ?? null,
		period: row.period,
		version: row.version,
		corrects: row.supersedesId !== null,
		correctionNote: row.correctionNote,
		source: row.sourceType && row.sourceId ? { type: row.sourceType, id: row.sourceId } : null,
		occurredOn: row.occurredOn,
		onOccurrence: item?.cycle === 'on-occurrence',
		pinnedUntil: row.pinnedUntil,
		basis: row.basis,
		organisation: place!.organisation,
		community: { code: place!.code, name: place!.name },
		findings: scan(row),
		decided: row.findings ?? [],
		attachments: (await attachmentsOf(db, 'disclosure', [id], await readNow(db))).get(id) ?? [],
		steps,
		before: before ? { title: before.title, body: before.body, table: before.table } : null,
		may: Object.fromEntries(
			ACTS.map((one) => [one, disclosurePolicy(ctx.actor, one, facts).ok])
		) as DeskDisclosure['may'],
		reviewRefusal: review.ok || review.refusal.code !== 'disclosure.own-text' ? null : review.refusal.code
	});
}
