import type { Actor } from '#lib/domain/shared/actor.ts';
import type { Database } from '../db/client.ts';

/** What every use-case and query is handed: the database, and who asks. */
export interface Context {
	database: Database;
	actor: Actor;
}
