import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { belongsTo } from '#lib/domain/shared/actor.ts';
import { possibleCommands } from '#lib/domain/meetings/meeting.ts';
import { meetingPolicy, type MeetingAct } from '#lib/domain/meetings/meetings.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import {
	agendaItem,
	area,
	attendance,
	meeting,
	meetingParty,
	objection,
	organisation,
	person,
	signature
} from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { carriedOn, carriedOrigins } from './carried-items.ts';
import { quorumShown } from './quorum.ts';
import { loadMeeting } from './load-meeting.ts';

export interface MeetingSummary {
	id: string;
	title: string;
	kind: typeof meeting.$inferSelect.kind;
	state: typeof meeting.$inferSelect.state;
	place: string;
	startsAt: Date;
	convener: string;
	/** Notice was given to everybody of the community. */
	announced: boolean;
	agendaDocument: string | null;
	minutesDocument: string | null;
}

/** Meetings of a community that the actor may see, the latest first. Visitors see the public ones. */
export async function listMeetings(ctx: Context, communityId: string, most = 100): Promise<MeetingSummary[]> {
	const rows = await ctx.database.db
		.select({ meeting, convener: organisation.name, code: area.code })
		.from(meeting)
		.innerJoin(organisation, eq(organisation.id, meeting.convenerOrganisationId))
		.innerJoin(area, eq(area.id, meeting.communityId))
		.where(and(eq(meeting.communityId, communityId), ne(meeting.state, 'draft')))
		.orderBy(desc(meeting.startsAt))
		.limit(most);
	const parties = await partiesOf(
		ctx,
		rows.map((row) => row.meeting.id)
	);
	return rows
		.filter(({ meeting: row, code }) => {
			const partyIds = (parties.get(row.id) ?? []).map((party) => party.id);
			const facts = { ...row, communityCode: code, partyIds, attendeeIds: [] };
			return meetingPolicy(ctx.actor, 'view', facts).ok;
		})
		.map(({ meeting: row, convener }) => ({
			id: row.id,
			title: row.title,
			kind: row.kind,
			state: row.state,
			place: row.place,
			startsAt: row.startsAt,
			convener,
			announced: row.publicNotice !== null,
			agendaDocument: row.agendaDocumentId,
			minutesDocument: row.minutesDocumentId
		}));
}

interface Party {
	id: string;
	name: string;
	kind: typeof organisation.$inferSelect.kind;
}

/** The invited parties of meetings, in the order in which they were invited. */
export async function partiesOf(ctx: Context, meetingIds: string[]): Promise<Map<string, Party[]>> {
	const rows = meetingIds.length
		? await ctx.database.db
				.select({
					meetingId: meetingParty.meetingId,
					id: organisation.id,
					name: organisation.name,
					kind: organisation.kind
				})
				.from(meetingParty)
				.innerJoin(organisation, eq(organisation.id, meetingParty.organisationId))
				.where(inArray(meetingParty.meetingId, meetingIds))
				.orderBy(asc(meetingParty.id))
		: [];
	return Map.groupBy(rows, (row) => row.meetingId);
}

const PAGE_ACTS = [
	'read-minutes',
	'read-history',
	'read-sealed',
	'edit-agenda',
	'lead',
	'add-late-item',
	'enter-attendance',
	'check-in',
	'write-minutes',
	'comment-minutes',
	'object',
	'answer-objection',
	'sign',
	'correct',
	'disclose',
	'raise',
	'assign'
] as const satisfies MeetingAct[];

/** A meeting with all its page shows, cut to what the actor may see. Refusals: `form.not-found`, `form.sign-in`. */
export async function meetingDetail(ctx: Context, id: string) {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, id);
	if (!loaded) return refuse('form.not-found');
	const { row, facts } = loaded;
	const view = meetingPolicy(ctx.actor, 'view', facts);
	if (!view.ok) return view;
	const may = Object.fromEntries(PAGE_ACTS.map((one) => [one, meetingPolicy(ctx.actor, one, facts).ok])) as Record<
		(typeof PAGE_ACTS)[number],
		boolean
	>;
	const parties = (await partiesOf(ctx, [id])).get(id) ?? [];
	const agenda = await db
		.select({ item: agendaItem, proposer: organisation.name })
		.from(agendaItem)
		.leftJoin(organisation, eq(organisation.id, agendaItem.proposerOrganisationId))
		.where(eq(agendaItem.meetingId, id))
		.orderBy(asc(agendaItem.ordinal));
	const [origins, onwards] = await Promise.all([carriedOrigins(db, id), carriedOn(db, id)]);
	const present = await db
		.select({
			personId: attendance.personId,
			name: person.name,
			organisationId: attendance.organisationId,
			capacity: attendance.capacity,
			at: attendance.at
		})
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.personId))
		.where(eq(attendance.meetingId, id))
		.orderBy(asc(attendance.at));
	const signatures = await db
		.select({ signature, signer: person.name })
		.from(signature)
		.innerJoin(person, eq(person.id, signature.personId))
		.where(eq(signature.meetingId, id));
	// Objections and answers stay readable for those who were there or invited: they are part of what is sealed.
	const objections =
		may.object || may['answer-objection'] || may['read-history']
			? await db.select().from(objection).where(eq(objection.meetingId, id)).orderBy(asc(objection.id))
			: [];
	const { sealedContent: _sealed, checkInCode: _code, ...meetingRow } = row;
	return ok({
		meeting: meetingRow,
		may,
		commands: may.lead || may.disclose ? possibleCommands(row) : [],
		parties: parties.map((party) => ({
			...party,
			present: present.some((one) => one.organisationId === party.id),
			signature: signatures
				.filter((one) => one.signature.organisationId === party.id)
				.map(({ signature: s, signer }) => ({
					stance: s.stance,
					text: s.text,
					position: s.position,
					signer,
					late: s.late,
					at: s.at
				}))[0],
			mine: !!ctx.actor?.memberships.some((m) => m.organisationId === party.id && m.role === 'delegate')
		})),
		agenda: agenda.map(({ item, proposer }) => ({
			...item,
			proposer,
			carriedFrom: origins.get(item.id) ?? null,
			carriedTo: onwards.get(item.id) ?? null
		})),
		attendance: {
			count: present.length,
			// Names are for those of the community; the public sees how many came and which parties.
			people: belongsTo(ctx.actor, facts.communityCode) ? present : [],
			mine: present.some((one) => one.personId === ctx.actor?.personId)
		},
		quorum: row.openedAt ? await quorumShown(db, row) : null,
		objections
	});
}

/** What the door's QR code opens; for those who lead the meeting or enter attendance. */
export async function checkInSecret(ctx: Context, id: string): Promise<Result<{ code: string; title: string }>> {
	const loaded = await loadMeeting(ctx.database.db, id);
	if (!loaded) return refuse('form.not-found');
	const leads = meetingPolicy(ctx.actor, 'lead', loaded.facts);
	const permitted = leads.ok ? leads : meetingPolicy(ctx.actor, 'enter-attendance', loaded.facts);
	return permitted.ok ? ok({ code: loaded.row.checkInCode!, title: loaded.row.title }) : permitted;
}
