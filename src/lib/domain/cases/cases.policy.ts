import { belongsTo, holdsIn, within, type Actor, type Membership } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { OFFICE, type WorkRegime } from '#lib/domain/shared/working-time.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { areaAt, higher, lowestLevel, type CaseFacts, type Level } from './case.ts';
import type { Act, PersonAct } from './commands.ts';
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

/** The appointment at the desk of `level`: in that very area, in an office, not in a company or agency. */
const atDesk = (actor: Actor, roles: readonly Role[], c: CaseFacts, level: Level): Membership | undefined =>
	actor?.memberships.find(
		(m) =>
			roles.includes(m.role) &&
			m.areaCode === areaAt(c.communityCode, level) &&
			DESK_KINDS[level].includes(m.organisationKind)
	);

/** The appointment in an office over the case's ground: its community, street or district. */
const overGround = (actor: Actor, roles: readonly Role[], c: CaseFacts): Membership | undefined =>
	actor?.memberships.find(
		(m) =>
			roles.includes(m.role) &&
			within(areaAt(c.communityCode, lowestLevel(c)), m.areaCode) &&
			ALL_DESKS.includes(m.organisationKind)
	);

/** The appointment in that very organisation. */
const inUnit = (actor: Actor, roles: readonly Role[], organisationId: string | undefined): Membership | undefined =>
	actor?.memberships.find((m) => m.organisationId === organisationId && roles.includes(m.role));

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

/** In what capacity: an appointment, or the person themselves; undefined: not at all. */
type Capacity = Membership | 'self' | undefined;
const self = (is: boolean): Capacity => (is ? 'self' : undefined);
const ownWork = (actor: Actor, c: CaseFacts, capacity: Capacity): Capacity =>
	hasHandled(actor, c) ? undefined : capacity;

/** What each word of the table's `who` column stands for. */
const CAPACITY: Readonly<Record<Who, (actor: Actor, c: CaseFacts) => Capacity>> = {
	neighbour: (actor, c) => self(belongsTo(actor, c.communityCode)),
	reporter: (actor, c) => self(isReporter(actor, c)),
	desk: (actor, c) => atDesk(actor, ['dispatcher'], c, c.level),
	'higher-desk': (actor, c) => atDesk(actor, ['dispatcher'], c, higher(c.level) ?? c.level),
	street: (actor, c) => atDesk(actor, ['dispatcher', 'leader'], c, 'small'),
	district: (actor, c) => atDesk(actor, ['dispatcher', 'leader'], c, 'large'),
	unit: (actor, c) => inUnit(actor, ['handler'], c.unit?.organisationId),
	'unit-leader': (actor, c) => inUnit(actor, ['leader'], c.unit?.organisationId),
	'desk-leader': (actor, c) => atDesk(actor, ['leader'], c, c.level),
	department: (actor, c) => inUnit(actor, ['handler', 'leader'], departmentsToReport(actor, c)[0]),
	verifier: (actor, c) => ownWork(actor, c, overGround(actor, ['verifier'], c)),
	caller: (actor, c) => ownWork(actor, c, overGround(actor, ['caller'], c)),
	clock: () => undefined
};

const whoOf = (act: Asked, c: CaseFacts): Who => {
	const { who } = TRANSITIONS[act] as Row<Act>;
	return typeof who === 'function' ? who(c) : who;
};

/** Who belongs to the community may report there: residents, owners, and whoever is appointed in it or above it. */
export const mayReport = (actor: Actor, communityCode: string): Result =>
	!actor ? refuse('form.sign-in') : belongsTo(actor, communityCode) ? ok() : refuse('cases.report-at-home');

/** May the actor do this to the case? Says nothing of whether its state allows it: that is the rule's to say. */
export function mayDo(actor: Actor, act: Asked, c: CaseFacts): Result {
	if (!actor) return refuse('form.sign-in');
	const who = whoOf(act, c);
	if (!CAPACITY[who](actor, c)) return refuse('form.forbidden');
	// nobody judges a complaint about their own body, and nobody confirms their own work
	if (who !== 'reporter' && who !== 'neighbour' && inBody(actor, c.against?.organisationId))
		return refuse('form.forbidden');
	if (act === 'answer' && hasHandled(actor, c)) return refuse('cases.own-work');
	return ok();
}

/** For which organisation somebody does what they may do; null: for themselves. */
export function actsFor(actor: Actor, act: Asked, c: CaseFacts): string | null {
	const capacity = CAPACITY[whoOf(act, c)](actor, c);
	return capacity && capacity !== 'self' ? capacity.organisationId : null;
}

/** The acts to offer: those the policy allows to this person and the case allows now. */
export function offeredActs(actor: Actor, c: CaseFacts, now: Date, regime: WorkRegime = OFFICE): PersonAct[] {
	return ACTS.filter((act) => act !== 'submit' && act !== 'follow').filter((act) => {
		const row = TRANSITIONS[act] as Row<Act>;
		return row.from.includes(c.state) && mayDo(actor, act, c).ok && !row.guard?.(c, now, regime);
	});
}

/** May the actor read the case at all? A body complained about never may, whoever its members are besides. */
export function maySee(actor: Actor, c: CaseFacts): Result {
	if (actor && actor.personId === c.reporterId) return ok();
	if (!actor) return refuse('form.sign-in');
	if (inBody(actor, c.against?.organisationId)) return refuse('form.not-found');
	const over = overGround(actor, ['dispatcher', 'leader', 'verifier', 'caller', 'grid-worker'], c);
	const works = [c.unit?.organisationId, ...c.history.whistled].some((id) => inUnit(actor, ['handler', 'leader'], id));
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
	return !!overGround(actor, ['dispatcher', 'caller', 'leader'], c);
}

/** Whose desk a board belongs to: the office's own dispatchers, leaders, verifiers and callers, and grid workers. */
export function maySeeBoard(actor: Actor, areaCode: string): Result {
	const staff: readonly Role[] = ['dispatcher', 'leader', 'verifier', 'caller', 'grid-worker'];
	const over = actor?.memberships.some(
		(m) => staff.includes(m.role) && within(areaCode, m.areaCode) && ALL_DESKS.includes(m.organisationKind)
	);
	return over ? ok() : refuse(actor ? 'form.not-found' : 'form.sign-in');
}
