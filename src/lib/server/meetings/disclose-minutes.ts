import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { KIND_RULES, MEETING_KINDS } from '#lib/domain/meetings/kinds.ts';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { minutesMarkdown } from '#lib/domain/meetings/minutes-markdown.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { holdsIn } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { officialDateTime } from '#lib/i18n/dates.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { DisclosureSource, PendingSource, SourcesOf } from '../disclosure/index.ts';
import type { Db } from '../db/client.ts';
import { area, meeting, organisation, signature } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { changeMeeting, noteMeeting } from './change-meeting.ts';
import { discloseBy, endDisclosureTerm } from './disclosure-term.ts';
import { loadMeeting, type MeetingRow } from './load-meeting.ts';

const ZH = { locale: 'zh-CN' } as const;

/** Sealed minutes as a disclosure begins with them: the text, who came and signed, and the hash. Names of people stay out. */
export async function minutesToDisclose(a: Act, id: string): Promise<Result<DisclosureSource>> {
	const loaded = await loadMeeting(a.db, id, { lock: true });
	if (!loaded) return refuse('form.not-found');
	const { row, facts } = loaded;
	const again =
		row.state === 'disclosed' && row.disclosureId === null && holdsIn(a.actor, 'publisher', row.convenerOrganisationId);
	const allowed = meetingPolicy(a.actor, 'disclose', facts);
	if (!allowed.ok && !again) return allowed;
	if (!facts.public) return refuse('meetings.not-public');
	return ok({
		communityId: row.communityId,
		organisationId: row.convenerOrganisationId,
		kind: 'minutes',
		title: m.meetings_minutes_of({ title: row.title }, ZH),
		body: await textOf(a.db, row, row.sealedContent as unknown as SealedContent),
		table: null
	});
}

async function textOf(db: Db, row: MeetingRow, sealed: SealedContent): Promise<string> {
	const signed = await db
		.select({ party: organisation.name, stance: signature.stance, text: signature.text })
		.from(signature)
		.innerJoin(organisation, eq(organisation.id, signature.organisationId))
		.where(eq(signature.meetingId, row.id))
		.orderBy(asc(signature.at));
	const stances = {
		agree: m.meetings_stance_agree,
		'agree-with-reservation': m.meetings_stance_agree_with_reservation,
		refuse: m.meetings_stance_refuse
	};
	const item = (term: string, text: string) => `- ${term}：${text}`;
	return [
		[
			item(m.meetings_time({}, ZH), officialDateTime(row.startsAt)),
			item(m.meetings_place({}, ZH), row.place),
			item(m.meetings_field_parties({}, ZH), sealed.meeting.parties.join('、')),
			item(m.disclosure_minutes_present({}, ZH), m.disclosure_minutes_people({ count: sealed.attendance.length }, ZH))
		].join('\n'),
		minutesMarkdown(sealed.minutes as MinutesNode).trim(),
		`## ${m.disclosure_minutes_signed({}, ZH)}`,
		signed.length
			? signed
					.map(({ party, stance, text }) => item(party, stances[stance]({}, ZH) + (text ? `（${text}）` : '')))
					.join('\n')
			: m.disclosure_minutes_unsigned({}, ZH),
		`${m.disclosure_minutes_hash({}, ZH)}：${row.sealedHash}`
	].join('\n\n');
}

/** Sealed minutes that the rule of their kind wants disclosed, and nobody has yet. */
export async function minutesPending(db: Db, of: SourcesOf): Promise<PendingSource[]> {
	const kinds = MEETING_KINDS.filter((kind) => KIND_RULES[kind].discloseWithinDays !== null);
	const rows = await db
		.select({ row: meeting, organisation, code: area.code })
		.from(meeting)
		.innerJoin(organisation, eq(organisation.id, meeting.convenerOrganisationId))
		.innerJoin(area, eq(area.id, meeting.communityId))
		.where(
			and(
				eq(meeting.state, 'sealed'),
				eq(meeting.public, true),
				isNotNull(meeting.sealedAt),
				inArray(meeting.kind, kinds),
				of.communityId ? eq(meeting.communityId, of.communityId) : undefined,
				of.organisationIds ? inArray(meeting.convenerOrganisationId, [...of.organisationIds]) : undefined
			)
		);
	return rows.map(({ row, organisation: convener, code }) => {
		const rule = KIND_RULES[row.kind];
		return {
			organisationId: convener.id,
			organisation: convener.name,
			partyKind: convener.kind,
			communityCode: code,
			title: m.meetings_minutes_of({ title: row.title }),
			dueAt: discloseBy(row)!,
			withinDays: null,
			source: rule.source,
			verified: rule.verified,
			from: { type: 'meeting', id: row.id }
		};
	});
}

/** The minutes are public: the meeting has come to its end, or its minutes are public again. */
export async function minutesDisclosed(a: Act, id: string, disclosureId: string): Promise<Result> {
	const loaded = (await loadMeeting(a.db, id, { lock: true }))!;
	await endDisclosureTerm(a, id);
	if (loaded.row.state === 'sealed') return changeMeeting(a, loaded, 'disclose', { disclosureId });
	return noteDisclosed(a, loaded.row, disclosureId);
}

/** The disclosure was withdrawn: the sealed minutes are again for those who were there and those invited. */
export async function minutesWithdrawn(a: Act, id: string): Promise<Result> {
	const { row } = (await loadMeeting(a.db, id, { lock: true }))!;
	return noteDisclosed(a, row, null);
}

async function noteDisclosed(a: Act, row: MeetingRow, disclosureId: string | null): Promise<Result> {
	await a.db.update(meeting).set({ disclosureId }).where(eq(meeting.id, row.id));
	await noteMeeting(a, row, disclosureId ? 'disclose' : 'withdraw-disclosure');
	return ok();
}
