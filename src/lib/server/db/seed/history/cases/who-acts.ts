import { areaAt, higher, type CaseFacts, type Level } from '#lib/domain/cases/case.ts';
import { DESK_KINDS } from '#lib/domain/cases/cases.policy.ts';
import type { Recipient } from '#lib/domain/cases/row.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import type { Staff, World } from '../../world.ts';
import { need } from '../../world.ts';
import { partyOf } from '../actors.ts';
import type { Part, Told } from './story.ts';

/** Everybody who holds the role at the desk of that level, in the order of the demo's own list. */
export function atDesk(world: World, { communityCode }: CaseFacts, level: Level, role: Role): Staff[] {
	const code = areaAt(communityCode, level);
	return [...world.staff.values()].filter(
		({ party, roles }) => party.areaCode === code && DESK_KINDS[level].includes(party.kind) && roles.includes(role)
	);
}

export const inUnit = (world: World, organisationId: string | undefined, role: Role): Staff[] =>
	[...world.staff.values()].filter(({ party, roles }) => party.id === organisationId && roles.includes(role));

/** Who plays that part in the case as it stands: the person's id, null for the clock. */
export function whoActs(world: World, c: CaseFacts, part: Part, told: Told): string | null {
	if (part.startsWith('@')) return idOf(world, part.slice(1));
	switch (part as Exclude<Part, `@${string}`>) {
		case 'clock':
			return null;
		case 'reporter':
			return c.reporterId;
		case 'unit':
			return c.handlerId ?? first(inUnit(world, c.unit?.organisationId, 'handler'));
		case 'unit-leader':
			return first(inUnit(world, c.unit?.organisationId, 'leader'));
		case 'department': {
			const slot = told.act === 'report-in' ? told.department : '';
			return first(inUnit(world, partyOf(world, c.communityCode, slot).id, 'handler'));
		}
		case 'desk':
			return first(atDesk(world, c, c.level, 'dispatcher'));
		case 'higher-desk':
			return first(atDesk(world, c, higher(c.level) ?? c.level, 'dispatcher'));
		case 'street':
			return first(atDesk(world, c, 'small', 'dispatcher'));
		case 'district':
			return first(atDesk(world, c, 'large', 'dispatcher'));
		case 'desk-leader':
			return first(atDesk(world, c, c.level, 'leader'));
		case 'verifier':
			return first(atDesk(world, c, c.level, 'verifier'));
		case 'caller':
			return first(atDesk(world, c, c.level, 'caller'));
	}
}

const idOf = (world: World, login: string) => world.staff.get(login)?.id ?? need(world.neighbours, login).id;

function first(staff: readonly Staff[]): string {
	if (!staff[0]) throw new Error('The demo has nobody for that part.');
	return staff[0].id;
}

/** Whom the rules tell of a step, as persons. */
export function recipientsOf(world: World, c: CaseFacts, recipient: Recipient): string[] {
	const unit = c.unit?.organisationId;
	const ids = (staff: readonly Staff[]) => staff.map(({ id }) => id);
	switch (recipient) {
		case 'reporter':
			return c.reporterId && !c.publicInterest ? [c.reporterId] : [];
		case 'unit':
			return c.handlerId ? [c.handlerId] : ids(inUnit(world, unit, 'handler'));
		case 'unit-leader':
			return ids(inUnit(world, unit, 'leader'));
		case 'desk':
			return ids(atDesk(world, c, c.level, 'dispatcher'));
		case 'desk-leader':
			return ids(atDesk(world, c, c.level, 'leader'));
		case 'higher-desk':
			return ids(atDesk(world, c, higher(c.level) ?? c.level, 'dispatcher'));
		case 'verifier':
		case 'caller':
			return ids(atDesk(world, c, c.level, recipient));
		default:
			return recipient satisfies never;
	}
}
