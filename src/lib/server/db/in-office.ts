import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { membership } from './schema/index.ts';

/** The appointment has begun and has not ended. `table` is membership, or an alias of it. */
export const inOffice = (table: { validFrom: AnyColumn; validTo: AnyColumn } = membership): SQL =>
	sql`${table.validFrom} <= app_now() and (${table.validTo} is null or ${table.validTo} > app_now())`;
