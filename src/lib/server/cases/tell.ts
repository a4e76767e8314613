import { sql } from 'drizzle-orm';
import { areaAt, higher, type CaseFacts } from '#lib/domain/cases/case.ts';
import { DESK_KINDS } from '#lib/domain/cases/cases.policy.ts';
import type { Act as CaseAct } from '#lib/domain/cases/commands.ts';
import type { Recipient } from '#lib/domain/cases/row.ts';
import type { Transition } from '#lib/domain/cases/transitions.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import { notify } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import type { CaseRow } from './load-case.ts';

/** What the notice is about: an act, or what a clock did. Message `notification_case_<what>`. */
export type Told =
	Exclude<CaseAct, 'expire'> | 'warned' | 'overdue' | 'went-up' | 'supervised' | 'resumed' | 'answer-due';

/** How what a clock did is told. */
export function toldOf({ entry }: Pick<Transition, 'entry'>): Told {
	if (entry.command !== 'expire') return entry.command;
	if (entry.fromLevel !== entry.toLevel) return 'went-up';
	if (entry.fromState !== entry.toState) return 'resumed';
	if (entry.data.clock === 'reporter') return 'answer-due';
	return GOES_UP.includes(String(entry.data.clock)) ? 'supervised' : 'overdue';
}
/** At the district, where they cannot take it any higher. */
const GOES_UP = ['sign', 'level'];

/** Notifies those who should hear of it, but not the one who did it. Texts carry number and title, never who reported. */
export async function tell(
	a: Act,
	row: CaseRow,
	after: CaseFacts,
	what: Told,
	recipients: readonly Recipient[]
): Promise<void> {
	const people = new Set<string>();
	for (const recipient of recipients) for (const id of await personsOf(a, row, after, recipient)) people.add(id);
	await notify(a, {
		personIds: [...people],
		areaId: row.communityId,
		kind: `case-${what}`,
		subject: ['case', row.id],
		params: { number: row.number, title: row.title },
		href: `/c/${after.communityCode}/cases/${row.number}`
	});
}

async function personsOf(a: Act, row: CaseRow, c: CaseFacts, recipient: Recipient): Promise<string[]> {
	const unit = c.unit?.organisationId;
	switch (recipient) {
		case 'reporter':
			return row.reporterId && !c.publicInterest ? [row.reporterId] : [];
		case 'unit':
			return c.handlerId ? [c.handlerId] : unit ? inOrganisation(a, unit, 'handler') : [];
		case 'unit-leader':
			return unit ? inOrganisation(a, unit, 'leader') : [];
		case 'desk':
			return atDesk(a, c, 'dispatcher', c.level);
		case 'desk-leader':
			return atDesk(a, c, 'leader', c.level);
		case 'higher-desk':
			return atDesk(a, c, 'dispatcher', higher(c.level) ?? c.level);
		case 'verifier':
			return atDesk(a, c, 'verifier', c.level);
		case 'caller':
			return atDesk(a, c, 'caller', c.level);
		default:
			return recipient satisfies never;
	}
}

async function inOrganisation(a: Act, organisationId: string, role: Role): Promise<string[]> {
	const rows = await a.db.execute<{ id: string }>(sql`
		select distinct person_id as id from membership
		where organisation_id = ${organisationId} and role = ${role}
			and valid_from <= ${a.now.toISOString()} and (valid_to is null or valid_to > ${a.now.toISOString()})`);
	return rows.map(({ id }) => id);
}

/** Who holds the role at the desk of that level, never a member of the body complained about. */
async function atDesk(a: Act, c: CaseFacts, role: Role, level: CaseFacts['level']): Promise<string[]> {
	const kinds = sql.join(
		DESK_KINDS[level].map((kind) => sql`${kind}`),
		sql`, `
	);
	const rows = await a.db.execute<{ id: string }>(sql`
		select distinct m.person_id as id
		from membership m join organisation o on o.id = m.organisation_id join area r on r.id = m.area_id
		where m.role = ${role} and r.code = ${areaAt(c.communityCode, level)} and o.kind in (${kinds})
			and m.valid_from <= ${a.now.toISOString()} and (m.valid_to is null or m.valid_to > ${a.now.toISOString()})
			and not exists (select from membership x where x.person_id = m.person_id
				and x.organisation_id = ${c.against?.organisationId ?? null}::uuid)`);
	return rows.map(({ id }) => id);
}
