import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Cycle } from '#lib/domain/disclosure/periods.ts';
import { dutyStanding, occurrenceStanding, type DutyStanding, type DutyState } from '#lib/domain/disclosure/radar.ts';
import { organisationsAs } from '#lib/domain/shared/actor.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { area, catalogueItem, disclosure, organisation } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { pendingSources } from './sources.ts';

/** What one organisation owes by one item of the catalogue, or by something that happened, and how it stands. */
export interface DutyLine extends DutyStanding {
	organisationId: string;
	organisation: string;
	partyKind: PartyKind;
	communityCode: string;
	/** Item of the catalogue; null for what another area's matter asks for. */
	code: string | null;
	title: string;
	source: string;
	verified: boolean;
	cycle: Cycle;
	withinDays: number | null;
	/** What is published of it, the latest. */
	latest: { id: string; period: string | null; publishedAt: Date } | null;
	/** The matter that waits to be published, where it is one. */
	from: { type: string; id: string } | null;
}

const ORDER: readonly DutyState[] = ['overdue', 'soon', 'open', 'done', 'on-occurrence'];

/** The radar of a community: every party's duties, what is overdue first. Everybody may read it. */
export async function dutiesIn(ctx: Context, communityId: string): Promise<DutyLine[]> {
	return duties(ctx, { communityId });
}

/** What the organisations in whose name the actor publishes owe. */
export async function ownDuties(ctx: Context): Promise<DutyLine[]> {
	const organisationIds = organisationsAs(ctx.actor, 'publisher');
	return organisationIds.length ? duties(ctx, { organisationIds }) : [];
}

async function duties(ctx: Context, of: { communityId?: string; organisationIds?: string[] }): Promise<DutyLine[]> {
	const { db } = ctx.database;
	const now = await readNow(db);
	const owed = await db
		.select({ organisation, item: catalogueItem, communityCode: area.code })
		.from(organisation)
		.innerJoin(catalogueItem, eq(catalogueItem.partyKind, organisation.kind))
		.innerJoin(area, and(eq(area.id, organisation.areaId), eq(area.level, 'community')))
		.where(
			and(
				isNull(organisation.dissolvedAt),
				of.communityId ? eq(organisation.areaId, of.communityId) : undefined,
				of.organisationIds ? inArray(organisation.id, of.organisationIds) : undefined
			)
		)
		.orderBy(asc(catalogueItem.ordinal), asc(organisation.name));
	const organisationIds = [...new Set(owed.map((one) => one.organisation.id))];
	const published = organisationIds.length
		? await db
				.select({
					id: disclosure.id,
					organisationId: disclosure.organisationId,
					code: disclosure.catalogueCode,
					period: disclosure.period,
					publishedAt: disclosure.publishedAt
				})
				.from(disclosure)
				.where(
					and(
						inArray(disclosure.organisationId, organisationIds),
						eq(disclosure.state, 'published'),
						isNotNull(disclosure.catalogueCode)
					)
				)
				.orderBy(asc(disclosure.publishedAt))
		: [];
	const lines = owed.map(({ organisation: body, item, communityCode }): DutyLine => {
		const own = published.filter((one) => one.organisationId === body.id && one.code === item.code);
		const latest = own.at(-1);
		return {
			organisationId: body.id,
			organisation: body.name,
			partyKind: body.kind,
			communityCode,
			code: item.code,
			title: item.title,
			source: item.source,
			verified: item.verified,
			cycle: item.cycle,
			withinDays: item.withinDays,
			latest: latest ? { id: latest.id, period: latest.period, publishedAt: latest.publishedAt! } : null,
			from: null,
			...dutyStanding(item, new Set(own.map((one) => one.period ?? '')), body.createdAt, now)
		};
	});
	const happened = (await pendingSources(db, of)).map((one): DutyLine => ({
		...one,
		code: null,
		cycle: 'on-occurrence',
		latest: null,
		...occurrenceStanding(one.dueAt, now)
	}));
	return [...happened, ...lines].sort(
		(a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0)
	);
}
