import { holds, holdsIn, belongsTo, within, type Actor } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { OFFICE, type WorkRegime } from '#lib/domain/shared/working-time.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { areaAt, higher, type CaseFacts, type Level } from './case.ts';
import type { Act } from './commands.ts';
import type { Row, Who } from './row.ts';
import { ACTS, TRANSITIONS } from './transitions.ts';

type Asked = Exclude<Act, 'expire'>;

/** The offices whose desks have the cases of a level. */
export const DESK_KINDS: Readonly<Record<Level, readonly PartyKind[]>> = {
	micro: ['party-committee', 'residents-committee', 'service-station'],
	small: ['street-office'],
	large: ['district-centre']
};
const ALL_DESKS = Object.values(DESK_KINDS).flat();

/** Holds one of `roles` at the desk of `level`: in that very area, in an office, not in a company or agency. */
const atDesk = (actor: Actor, roles: readonly Role[], c: CaseFacts, level: Level): boolean =>
	!!actor?.memberships.some(
		(m) =>
			roles.includes(m.role) &&
			m.areaCode === areaAt(c.communityCode, level) &&
			DESK_KINDS[level].includes(m.organisationKind)
	);

/** Holds one of `roles` in an office over the case's ground: its community, street or district. */
const overGround = (actor: Actor, roles: readonly Role[], c: CaseFacts): boolean =>
	!!actor?.memberships.some(
		(m) => roles.includes(m.role) && within(c.communityCode, m.areaCode) && ALL_DESKS.includes(m.organisationKind)
	);

const isReporter = (actor: Actor, c: CaseFacts) => !!actor && actor.personId === c.reporterId && !c.publicInterest;
const inBody = (actor: Actor, organisationId: string | undefined) =>
	!!actor?.memberships.some((m) => m.organisationId === organisationId);
const hasHandled = (actor: Actor, c: CaseFacts) => !!actor && c.history.handledBy.includes(actor.personId);

/** Departments the actor answers for that were whistled for and have not reported in. */
export function departmentsToReport(actor: Actor, c: CaseFacts): string[] {
	return c.clocks
		.filter((clock) => clock.kind.startsWith('report-in:'))
		.map((clock) => clock.kind.slice('report-in:'.length))
		.filter((department) => holdsIn(actor, ['handler', 'leader'], department));
}

/** What each word of the table's `who` column stands for. */
const IS: Readonly<Record<Who, (actor: Actor, c: CaseFacts) => boolean>> = {
	neighbour: (actor, c) => belongsTo(actor, c.communityCode),
	reporter: isReporter,
	desk: (actor, c) => atDesk(actor, ['dispatcher'], c, c.level),
	'higher-desk': (actor, c) => atDesk(actor, ['dispatcher'], c, higher(c.level) ?? c.level),
	street: (actor, c) => atDesk(actor, ['dispatcher', 'leader'], c, 'small'),
	district: (actor, c) => atDesk(actor, ['dispatcher', 'leader'], c, 'large'),
	unit: (actor, c) => !!c.unit && holdsIn(actor, 'handler', c.unit.organisationId),
	'unit-leader': (actor, c) => !!c.unit && holdsIn(actor, 'leader', c.unit.organisationId),
	'desk-leader': (actor, c) => atDesk(actor, ['leader'], c, c.level),
	department: (actor, c) => departmentsToReport(actor, c).length > 0,
	verifier: (actor, c) => overGround(actor, ['verifier'], c) && !hasHandled(actor, c),
	caller: (actor, c) => overGround(actor, ['caller'], c) && !hasHandled(actor, c),
	clock: () => false
};

const whoOf = (act: Asked, c: CaseFacts): Who => {
	const { who } = TRANSITIONS[act] as Row<Act>;
	return typeof who === 'function' ? who(c) : who;
};

/** May the actor do this to the case? Says nothing of whether its state allows it: that is the rule's to say. */
export function mayDo(actor: Actor, act: Asked, c: CaseFacts): Result {
	if (!actor) return refuse('form.sign-in');
	const who = whoOf(act, c);
	if (!IS[who](actor, c)) return refuse('form.forbidden');
	// nobody judges a complaint about their own body, and nobody confirms their own work
	if (who !== 'reporter' && who !== 'neighbour' && inBody(actor, c.against?.organisationId))
		return refuse('form.forbidden');
	if (act === 'answer' && hasHandled(actor, c)) return refuse('cases.own-work');
	return ok();
}

/** The acts to offer: those the policy allows to this person and the case allows now. */
export function offeredActs(actor: Actor, c: CaseFacts, now: Date, regime: WorkRegime = OFFICE): Asked[] {
	return ACTS.filter((act) => {
		const row = TRANSITIONS[act] as Row<Act>;
		return row.from.includes(c.state) && mayDo(actor, act, c).ok && !row.guard?.(c, now, regime);
	});
}

/** May the actor read the case at all? A body complained about never may, whoever its members are besides. */
export function maySee(actor: Actor, c: CaseFacts): Result {
	if (actor && actor.personId === c.reporterId) return ok();
	if (!actor) return refuse('form.sign-in');
	if (inBody(actor, c.against?.organisationId)) return refuse('form.not-found');
	const first: Level = c.against ? (higher(c.against.level) ?? 'large') : 'micro';
	const staff: readonly Role[] = ['dispatcher', 'leader', 'verifier', 'caller', 'grid-worker'];
	const over = actor.memberships.some(
		(m) =>
			staff.includes(m.role) &&
			ALL_DESKS.includes(m.organisationKind) &&
			within(areaAt(c.communityCode, first), m.areaCode)
	);
	const works = [c.unit?.organisationId, ...c.history.whistled].some(
		(id) => id !== undefined && holdsIn(actor, ['handler', 'leader'], id)
	);
	return over || works || hasHandled(actor, c) ? ok() : refuse('form.not-found');
}

/** May the actor see how it stands: number, state, who has it, until when? Cases raised in public and on account are public. */
export const maySeeState = (actor: Actor, c: CaseFacts): Result =>
	c.public || c.state === 'on-account' ? ok() : maySee(actor, c);

/** Handlers never see who reported unless the reporter said so; desks and callers must, to answer. */
export function maySeeReporter(actor: Actor, c: CaseFacts): boolean {
	if (!actor) return false;
	if (actor.personId === c.reporterId) return true;
	if (!maySee(actor, c).ok) return false;
	const worksOnIt =
		hasHandled(actor, c) || inBody(actor, c.unit?.organisationId) || c.history.whistled.some((id) => inBody(actor, id));
	if (worksOnIt) return c.reporterShownToHandler;
	return overGround(actor, ['dispatcher', 'caller', 'leader'], c);
}

/** Whose desk a board belongs to: the area's own dispatchers, leaders, verifiers and callers. */
export const maySeeBoard = (actor: Actor, areaCode: string): Result =>
	holds(actor, ['dispatcher', 'leader', 'verifier', 'caller', 'grid-worker'], areaCode, 'down')
		? ok()
		: refuse('form.not-found');
