import { sql } from 'drizzle-orm';
import { dutyOf, type MeetingDuty } from '#lib/domain/meetings/duties.ts';
import type { MeetingKind } from '#lib/domain/meetings/kinds.ts';
import type { MeetingCommand, MeetingState, MinutesPhase } from '#lib/domain/meetings/meeting.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import type { WaitingItem } from '../platform/waiting.ts';

type Row = {
	id: string;
	title: string;
	place: string;
	kind: MeetingKind;
	code: string;
	organisationId: string;
	state: MeetingState;
	phase: MinutesPhase | null;
	public: boolean;
	chairId: string | null;
	startsAt: string;
	reviewUntil: string | null;
	sealedAt: string | null;
	partyIds: string[];
	unsignedPartyIds: string[];
	present: boolean;
};

/**
 * Meetings under way, and sealed ones a party has not signed, that may concern this person; the policy cuts them down.
 * A correction is signed as sealed minutes are.
 */
async function meetingsAround({ database, actor }: Context): Promise<Row[]> {
	const bodies = actor!.memberships.map((one) => one.organisationId);
	const codes = [...actor!.residencies, ...actor!.ownerships].map((one) => one.communityCode);
	const list = (texts: string[]) =>
		sql`array[${sql.join(
			[...new Set(texts)].map((text) => sql`${text}`),
			sql`, `
		)}]::text[]`;
	return await database.db.execute<Row>(sql`
		select m.id, m.title, m.place, m.kind, a.code, m.convener_organisation_id as "organisationId", m.state, m.phase,
			m.public, m.chair_id as "chairId", m.starts_at as "startsAt", m.review_until as "reviewUntil",
			coalesce(c.sealed_at, m.sealed_at) as "sealedAt", p.ids as "partyIds", p.unsigned as "unsignedPartyIds",
			exists (select from attendance t where t.meeting_id = m.id and t.person_id = ${actor!.personId}) as present
		from meeting m join area a on a.id = m.community_id,
			lateral (
				select coalesce(array_agg(p.organisation_id::text), '{}') as ids,
					coalesce(array_agg(p.organisation_id::text) filter (where p.must_sign and (
						not exists (select from signature s where s.meeting_id = m.id and s.organisation_id = p.organisation_id)
						or exists (select from corrigendum c where c.meeting_id = m.id and not exists (
							select from corrigendum_signature s where s.corrigendum_id = c.id and s.organisation_id = p.organisation_id))
					)), '{}') as unsigned
				from meeting_party p where p.meeting_id = m.id) p,
			lateral (select max(c.sealed_at) as sealed_at from corrigendum c where c.meeting_id = m.id) c
		where (m.state in ('collecting', 'convened', 'in-session', 'closed') or coalesce(c.sealed_at, m.sealed_at) > app_now() - interval '60 days')
			and (a.code = any(${list(codes)}) or p.ids && ${list(bodies)}
				or m.convener_organisation_id::text = any(${list(bodies)}) or m.chair_id = ${actor!.personId})`);
}

/** What of meetings waits for this person: to sign, to put items on the agenda, to read the minutes, to lead on, to come. */
export async function meetingsWaiting(ctx: Context): Promise<WaitingItem[]> {
	if (!ctx.actor) return [];
	const [rows, now] = await Promise.all([meetingsAround(ctx), readNow(ctx.database.db)]);
	return rows.flatMap((row) => {
		const { code: communityCode, organisationId: convenerOrganisationId, present, unsignedPartyIds } = row;
		const attendeeIds = present ? [ctx.actor!.personId] : [];
		const facts = { ...row, communityCode, convenerOrganisationId, attendeeIds };
		const moment = (text: string | null) => text && new Date(text);
		const times = {
			...{ kind: row.kind, startsAt: new Date(row.startsAt) },
			...{ reviewUntil: moment(row.reviewUntil) || null, sealedAt: moment(row.sealedAt) || null }
		};
		const duty = dutyOf(ctx.actor, facts, times, { unsignedPartyIds, present }, now);
		return duty ? [itemOf(row, duty)] : [];
	});
}

const COMMANDS: Partial<Record<MeetingCommand, () => string>> = {
	convene: m.meetings_command_convene,
	open: m.meetings_command_open,
	'start-review': m.meetings_command_start_review,
	seal: m.meetings_command_seal
};

function itemOf({ id, title, place, code }: Row, duty: MeetingDuty): WaitingItem {
	const page = `/c/${code}/meetings/${id}`;
	const item = { dueAt: duty.dueAt, detail: place, tag: { text: m.meetings_waiting_tag(), tone: 'due' as const } };
	switch (duty.does) {
		case 'lead': {
			const step = COMMANDS[duty.command]!();
			const words = { title: m.meetings_waiting_lead({ step, title }), act: m.meetings_waiting_lead_act() };
			return { ...item, ...words, href: `${page}#lead`, office: true };
		}
		case 'sign': {
			const words = { title: m.meetings_waiting_sign({ title }), act: m.meetings_sign() };
			return { ...item, ...words, href: `${page}#signatures`, office: true };
		}
		case 'propose': {
			const words = { title: m.meetings_waiting_agenda({ title }), act: m.meetings_agenda_edit() };
			return { ...item, ...words, href: `${page}/agenda`, office: true };
		}
		case 'review':
			return {
				...{ ...item, title: m.meetings_waiting_review({ title }), act: m.meetings_minutes_read() },
				href: `${page}/minutes`
			};
		case 'attend':
			return {
				...{ ...item, title: m.meetings_waiting_attend({ title }), act: m.meetings_check_in() },
				href: `${page}#attendance`
			};
		default:
			return duty satisfies never;
	}
}
