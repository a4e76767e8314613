import { ROLES } from '#lib/domain/shared/roles.ts';
import { WHO, type Who } from '../people.ts';

export const everyone: readonly Who[] = WHO;
export const nobody: readonly Who[] = [];
export const only = (...who: Who[]): readonly Who[] => who;
export const but = (...who: Who[]): readonly Who[] => WHO.filter((one) => !who.includes(one));

export const signedIn = but('visitor');
/** Lives, owns or is appointed here or above. */
export const here = but('visitor', 'stranger', 'next-door');
/** Holds an office: everything but what residents are to each other. */
export const office = but(
	...only('visitor', 'stranger', 'resident', 'household-representative', 'owner'),
	...only('residents-representative', 'party-member')
);
/** Appointed in a party that the meetings were called with: 居委会 党组织 物业 业委会. */
const elsewhere: readonly string[] = ['supervisor', 'event-organiser'];
export const invited: readonly Who[] = [
	...ROLES.filter((role) => !role.endsWith('-administrator') && !elsewhere.includes(role)),
	...only('delegate of party-committee', 'delegate of property-company', 'delegate of owners-committee')
];
/** The desk of this community, and the desks above it. */
export const desk = only(
	'dispatcher',
	'leader',
	'verifier',
	'caller',
	'grid-worker',
	'street-dispatcher',
	'district-dispatcher'
);
export const convener = only('convener');
export const clerk = only('entry-clerk');
/** Each clerk sees their own register, next door's theirs. */
export const clerks = only('entry-clerk', 'next-door');
export const onTheRoll = only('resident', 'household-representative');
export const delegates: readonly Who[] = ['delegate', ...invited.filter((one) => one.startsWith('delegate of'))];

export interface Sample {
	/** Another address than the usual one of this route. */
	at?: string;
	/** What the form says: it must pass the form's own check, so that the policy is reached. */
	form?: Record<string, string>;
	/** Those who may would undo the scene, or need more than a form: only who may not is asked. */
	spare?: true;
}
export type Line = readonly [route: string, request: string, who: readonly Who[], sample?: Sample];
