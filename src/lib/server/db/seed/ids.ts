import { createHash } from 'node:crypto';
import { v4, v7 } from 'uuid';

const sixteenBytes = (name: string) => createHash('sha256').update(name).digest().subarray(0, 16);

/** UUIDv7 of that moment whose random part follows from the name: sorts by time, and is the same at every seeding. */
export const idAt = (moment: Date, name: string): string => v7({ msecs: moment.getTime(), random: sixteenBytes(name) });

/** UUIDv4 that follows from the name, where order must not show. */
export const unorderedId = (name: string): string => v4({ random: sixteenBytes(name) });
