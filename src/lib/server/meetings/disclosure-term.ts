import { and, eq } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import { inOffice } from '../db/in-office.ts';
import { membership } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import { cancelClocks, onClock, setClock, type DueClock } from '../platform/clocks.ts';
import { noteMeeting } from './change-meeting.ts';
import { loadMeeting, type MeetingRow } from './load-meeting.ts';

const DAY = 86_400_000;

/** By when sealed minutes must be public; null where the rule of their kind does not ask for it. */
export function discloseBy({ kind, public: isPublic, sealedAt }: MeetingRow): Date | null {
	const { discloseWithinDays } = KIND_RULES[kind];
	return isPublic && sealedAt && discloseWithinDays !== null
		? new Date(sealedAt.getTime() + discloseWithinDays * DAY)
		: null;
}

/** From the sealing on the term of the kind runs. */
export async function startDisclosureTerm(a: Act, row: MeetingRow): Promise<void> {
	const due = discloseBy({ ...row, sealedAt: a.now });
	if (due) await setClock(a, ['meeting', row.id], 'disclose', due);
}

export const endDisclosureTerm = (a: Act, meetingId: string): Promise<void> =>
	cancelClocks(a, ['meeting', meetingId], ['disclose']);

/** The term is over and the minutes are not public: their publishers and whoever chaired are told, once. */
async function overdue(a: Act, due: DueClock): Promise<void> {
	const loaded = await loadMeeting(a.db, due.subjectId, { lock: true });
	if (loaded?.row.state !== 'sealed') return;
	const { row, facts } = loaded;
	const publishers = await a.db
		.selectDistinct({ id: membership.personId })
		.from(membership)
		.where(
			and(eq(membership.organisationId, row.convenerOrganisationId), eq(membership.role, 'publisher'), inOffice())
		);
	await noteMeeting(a, row, 'disclosure-overdue', { dueAt: due.dueAt.toISOString() });
	await notify(a, {
		personIds: [...publishers.map(({ id }) => id), ...(row.chairId ? [row.chairId] : [])],
		areaId: row.communityId,
		kind: 'minutes-overdue',
		subject: ['meeting', row.id],
		params: { title: row.title },
		href: `/c/${facts.communityCode}/meetings/${row.id}`
	});
}

export const registerDisclosureTerm = (): void => onClock('meeting', 'disclose', overdue);
