import { sql } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { Context } from '../../../platform/context.ts';
import { withIds } from '../../../platform/ids.ts';
import { loadActor } from '../../../platform/load-actor.ts';
import type { Database, Db } from '../../client.ts';
import { idAt, openSecret, unorderedId } from '../ids.ts';
import { need, type World } from '../world.ts';

/**
 * The past as the portal's own use-cases leave it: each is called by somebody who may, at the moment it happened. The
 * clock stands still until it is moved, and ids follow from it.
 */
export class Telling {
	readonly database: Database;
	readonly #world: World;
	readonly #actors = new Map<string, Person>();
	#now: Date;
	#ids = 0;

	private constructor(world: World) {
		this.#world = world;
		this.#now = world.calendar.at(0);
		this.database = { db: world.db, sql: driverOf(world.db), url: '', close: async () => {} };
	}

	/** Tells `work`; afterwards the clock goes on as it was. */
	static async of(world: World, work: (telling: Telling) => Promise<void>): Promise<void> {
		const telling = new Telling(world);
		await withIds(telling.#source(), () => work(telling));
		await world.db.execute(sql`select set_config('gongjian.now', '', true)`);
	}

	async at(moment: Date): Promise<void> {
		this.#now = moment;
		await this.#world.db.execute(sql`select set_config('gongjian.now', ${moment.toISOString()}, true)`);
	}

	/** The request of somebody with that sign-in name or id. */
	async as(who: string): Promise<Context> {
		const { staff, neighbours, people } = this.#world;
		const id = staff.get(who)?.id ?? neighbours.get(who)?.id ?? need(people, who).id;
		const actor = this.#actors.get(id) ?? (await loadActor(this.database, id));
		if (!actor) throw new Error(`The demo does not know ${who}.`);
		this.#actors.set(id, actor);
		return { database: this.database, actor };
	}

	#source() {
		const name = (kind: string) => `${kind}/${this.#now.toISOString()}/${++this.#ids}`;
		return {
			ordered: () => idAt(this.#now, name('id'), this.#ids),
			unordered: () => unorderedId(name('unordered')),
			secret: (length: number) => openSecret(name('secret'), length)
		};
	}
}

/** What came of it. A refusal is a mistake in the demo's own story, and thrown. */
export function told<T>(result: Result<T>, what: string): T {
	if (!result.ok) throw new Error(`The demo may not ${what}: ${result.refusal.code}.`);
	return result.value;
}

/**
 * The driver's own transaction below drizzle's, for what speaks SQL itself. What would be a transaction within it is a
 * part of it, for whatever fails here ends the seeding; and the same statements come so often that they are prepared.
 */
function driverOf(db: Db): Database['sql'] {
	const { client } = (db as unknown as { session: { client: TransactionSql } }).session;
	const { unsafe } = client;
	const within = (work: (inner: TransactionSql) => unknown) => work(client);
	return Object.assign(client, {
		begin: within,
		savepoint: within,
		unsafe: (...[text, values, options]: Parameters<typeof unsafe>) =>
			unsafe(text, values, { prepare: true, ...options })
	}) as unknown as Database['sql'];
}
