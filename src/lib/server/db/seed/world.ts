import type { InferInsertModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Role } from '#lib/domain/shared/roles.ts';
import type { Db } from '../client.ts';
import type * as schema from '../schema/index.ts';
import { Calendar } from './calendar.ts';
import type { PartyPlan } from './data/parties.ts';
import type { CommunityPlan } from './data/places.ts';
import { History } from './history/history.ts';
import { Random } from './random.ts';

/** What is inserted into a table: `Row<'unit'>`. */
export type Row<T extends keyof typeof schema> = (typeof schema)[T] extends infer Table extends PgTable
	? InferInsertModel<Table>
	: never;

export interface Area {
	id: string;
	code: string;
	name: string;
	letters: string | null;
}

export interface Party extends PartyPlan {
	id: string;
	areaId: string;
	areaCode: string;
}

export interface Staff {
	id: string;
	login: string;
	name: string;
	title: string;
	party: Party;
	roles: readonly Role[];
}

/** Somebody the portal knows; with a sign-in name, they have an account. */
export interface Known {
	id: string;
	name: string;
	adult: boolean;
	since: Date;
	login?: string;
}

/** What stands on the ground of one community. */
export interface Ground {
	plan: CommunityPlan;
	area: Area;
	propertyAreas: Row<'propertyArea'>[];
	grids: Row<'grid'>[];
	buildings: Row<'building'>[];
	units: Row<'unit'>[];
}

export interface Resident {
	id: string;
	name: string;
	sex: 'female' | 'male';
	age: number;
}

export interface Household {
	id: string;
	unit: Row<'unit'>;
	/** The household rents: its owner lives elsewhere. */
	rents: boolean;
	members: Resident[];
	representative: Resident | undefined;
}

/** Everything the earlier steps of the seed have made, for the later ones to point at. */
export interface World {
	db: Db;
	calendar: Calendar;
	random: Random;
	areas: Map<string, Area>;
	/** By `<code of the area>/<slot>`. */
	parties: Map<string, Party>;
	/** By sign-in name. */
	staff: Map<string, Staff>;
	/** By code of the community. */
	grounds: Map<string, Ground>;
	households: Map<string, Household[]>;
	/** Approved owners by unit. */
	owners: Map<string, Resident[]>;
	/** Everybody the portal knows, by id. */
	people: Map<string, Known>;
	/** Residents and owners who can sign in, by sign-in name. */
	neighbours: Map<string, Resident>;
	/** Cases by the key of their story. */
	cases: Map<string, { id: string; number: string; communityId: string; at: Date; reporterId: string }>;
	/** Meetings by the key of their story, with the ids of their agenda items by number. */
	meetings: Map<string, { id: string; items: ReadonlyMap<string, string>; sealedAt: Date | null }>;
	/** Ids of the votes by the key of their story. */
	votes: Map<string, string>;
	history: History;
}

/** The demo's world before anything is in it; `now` is any moment of the day that becomes day 0. */
export const emptyWorld = (db: Db, now: Date): World => ({
	db,
	calendar: new Calendar(now),
	random: new Random('gongjian'),
	areas: new Map(),
	parties: new Map(),
	staff: new Map(),
	grounds: new Map(),
	households: new Map(),
	owners: new Map(),
	people: new Map(),
	neighbours: new Map(),
	cases: new Map(),
	meetings: new Map(),
	votes: new Map(),
	history: new History()
});

/** Long before the year of history begins: when the community's records were entered. */
export const RECORDS_DAY = -420;

/** Looks up what must be there; a missing one is a mistake in the demo's own data. */
export function need<T>(map: ReadonlyMap<string, T>, key: string): T {
	const found = map.get(key);
	if (!found) throw new Error(`The demo has no ${key}.`);
	return found;
}
