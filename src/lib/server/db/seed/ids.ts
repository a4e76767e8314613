import { createHash } from 'node:crypto';
import { v4, v7 } from 'uuid';

const thirtyTwoBytes = (name: string) => createHash('sha256').update(name).digest();
const sixteenBytes = (name: string) => thirtyTwoBytes(name).subarray(0, 16);

/**
 * UUIDv7 of that moment whose random part follows from the name: sorts by time, and is the same at every seeding. Ids of
 * one moment sort by `place`, if they have one.
 */
export const idAt = (moment: Date, name: string, place?: number): string =>
	v7({ msecs: moment.getTime(), random: sixteenBytes(name), seq: place });

/** UUIDv4 that follows from the name, where order must not show. */
export const unorderedId = (name: string): string => v4({ random: sixteenBytes(name) });

/** At most 32 bytes that follow from the name, as base64url: a secret only where nothing is to be kept secret. */
export const openSecret = (name: string, length: number): string =>
	thirtyTwoBytes(name).subarray(0, length).toString('base64url');
