import { sql } from 'drizzle-orm';
import { bigint, customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** UUIDv7 made by the program (platform/ids.ts): order of creation, no trip to the database. */
export const id = () => uuid().primaryKey();

/** A moment; milliseconds, so that a JavaScript Date comes back as it went in. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });

/** The moment the row was written, on the one clock. */
export const written = () =>
	moment()
		.notNull()
		.default(sql`app_now()`);

/** Whole centi-square-metres. */
export const centiArea = () => bigint({ mode: 'bigint' });

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea'
});
