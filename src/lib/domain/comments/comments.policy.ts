import { belongsTo, type Actor, type Membership, type Person } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { PartyKind, Role } from '../shared/roles.ts';

/** What is commented on, as its own area's policy sees it for this actor. */
export interface CommentSubject {
	communityCode: string;
	/** May the actor read it at all? */
	readable: boolean;
	/** May anything be added: published and not withdrawn, meeting not cancelled … */
	open: boolean;
	/** Is it a debate, in which arguments for and against stand side by side and questions wait for an answer? */
	debate?: boolean;
}

export interface CommentFacts {
	authorId: string;
	state: 'shown' | 'hidden' | 'withdrawn';
	hiddenBy?: string | null;
	appeal?: 'none' | 'open' | 'decided';
}

export const STANCES = ['for', 'against', 'question'] as const;
export type Stance = (typeof STANCES)[number];

/** So many comments of one person in so many minutes: enough for a talk, too few for a flood. */
export const MOST_IN_A_WHILE = 10;
export const A_WHILE_MINUTES = 10;

/** Who speaks for a party in public. */
const SPEAKERS: readonly Role[] = ['publisher', 'convener', 'chair', 'leader', 'delegate', 'handler'];
/** Who keeps order: the two committees and the station, and the street above them; never the party that is criticised. */
const MODERATORS: readonly Role[] = ['publisher', 'reviewer', 'leader'];
const MODERATING_PARTIES: readonly PartyKind[] = [
	'party-committee',
	'residents-committee',
	'service-station',
	'street-office'
];

const reaches = (m: Membership, communityCode: string) => communityCode.startsWith(m.areaCode);

export function mayReadComments({ readable }: CommentSubject): Result {
	return readable ? ok() : refuse('form.not-found');
}

/** Everybody of the community may speak: residents, owners, and whoever holds an office in it or above it. */
export function mayComment(actor: Actor, subject: CommentSubject, recent: number): Result {
	if (!subject.readable) return refuse('form.not-found');
	if (!actor) return refuse('form.sign-in');
	if (!belongsTo(actor, subject.communityCode)) return refuse('comments.not-of-community');
	if (!subject.open) return refuse('comments.closed');
	if (recent >= MOST_IN_A_WHILE) return refuse('comments.too-many', { params: { minutes: A_WHILE_MINUTES } });
	return ok();
}

/** Organisations the person may answer for here. */
export function speaksFor(person: Person, { communityCode }: CommentSubject): string[] {
	const offices = person.memberships.filter((m) => SPEAKERS.includes(m.role) && reaches(m, communityCode));
	return [...new Set(offices.map((m) => m.organisationId))];
}

/** To answer in the name of an organisation takes an office in it that speaks for it. */
export function mayAnswerFor(actor: Actor, subject: CommentSubject, organisationId: string): Result {
	return actor && speaksFor(actor, subject).includes(organisationId) ? ok() : refuse('comments.not-for-organisation');
}

/** To take back what one has written oneself, while it is shown. */
export function mayWithdraw(actor: Actor, { authorId, state }: CommentFacts): Result {
	if (!actor) return refuse('form.sign-in');
	if (actor.personId !== authorId) return refuse('form.forbidden');
	return state === 'shown' ? ok() : refuse('comments.gone');
}

export function moderates(actor: Actor, communityCode: string): boolean {
	return !!actor?.memberships.some(
		(m) => MODERATORS.includes(m.role) && MODERATING_PARTIES.includes(m.organisationKind) && reaches(m, communityCode)
	);
}

/** To hide another's comment, with a reason that everybody sees in its place; or to find that what was reported may stay. */
export function mayHide(actor: Actor, subject: CommentSubject, { authorId, state }: CommentFacts): Result {
	if (!actor) return refuse('form.sign-in');
	if (!moderates(actor, subject.communityCode) || actor.personId === authorId) return refuse('form.forbidden');
	return state === 'shown' ? ok() : refuse('comments.gone');
}

/** To report another's comment to those who keep order: everybody of the community. */
export function mayReport(actor: Actor, subject: CommentSubject, { authorId, state }: CommentFacts): Result {
	if (!actor) return refuse('form.sign-in');
	if (!belongsTo(actor, subject.communityCode)) return refuse('comments.not-of-community');
	if (actor.personId === authorId) return refuse('form.forbidden');
	return state === 'shown' ? ok() : refuse('comments.gone');
}

/** To object once to the hiding of what one has written. */
export function mayAppeal(actor: Actor, { authorId, state, appeal = 'none' }: CommentFacts): Result {
	if (!actor) return refuse('form.sign-in');
	if (actor.personId !== authorId) return refuse('form.forbidden');
	if (state !== 'hidden') return refuse('comments.not-hidden');
	return appeal === 'none' ? ok() : refuse('comments.appealed');
}

/** To decide on such an objection: somebody who keeps order, and neither hid nor wrote it. */
export function mayDecideAppeal(actor: Actor, subject: CommentSubject, facts: CommentFacts): Result {
	if (!actor) return refuse('form.sign-in');
	if (!moderates(actor, subject.communityCode)) return refuse('form.forbidden');
	if (actor.personId === facts.authorId || actor.personId === facts.hiddenBy) return refuse('comments.not-your-appeal');
	return facts.state === 'hidden' && facts.appeal === 'open' ? ok() : refuse('comments.no-appeal');
}

/** Neighbours see one another's names; a passer-by sees 王○○. An answer for an organisation is signed by it. */
export const seesNames = (actor: Actor, { communityCode }: CommentSubject): boolean => belongsTo(actor, communityCode);
