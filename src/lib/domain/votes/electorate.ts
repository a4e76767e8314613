/** Who votes. The unit is what the sentence counts: households 户, persons 人. */
export const ELECTORATES = {
	households: 'household',
	owners: 'household',
	villagers: 'person',
	representatives: 'person',
	members: 'person',
	invited: 'person'
} as const;
export type ElectorateKind = keyof typeof ELECTORATES;

/**
 * What a result is worth. `unverified` shows "待核"; only a verified rule that decides something, of a law in force on the
 * day of the announcement, is `binding`.
 */
export type Effect = 'binding' | 'unverified' | 'advisory';
