import { randomBytes } from 'node:crypto';
import { v4, v7 } from 'uuid';

/** An id that sorts by time of making (UUIDv7). For everything whose order may show. */
export const newId = (): string => v7();

/** An id that tells nothing of order (UUIDv4): ballots, tokens. */
export const newUnorderedId = (): string => v4();

/** A secret of `length` random bytes as base64url. */
export const newSecret = (length = 32): string => randomBytes(length).toString('base64url');
