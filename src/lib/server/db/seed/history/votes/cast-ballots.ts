import { sql } from 'drizzle-orm';
import { digest } from '../../../../platform/secrets.ts';
import { sealChoice } from '../../../../votes/seal-choice.ts';
import { sealKeyOf } from '../../../../votes/seal-key.ts';
import { idAt, unorderedId } from '../../ids.ts';
import type { Random } from '../../random.ts';
import { need, type World } from '../../world.ts';
import type { Telling } from '../telling.ts';
import type { VoteStory } from './story.ts';

export interface Casting {
	id: string;
	story: VoteStory;
	from: Date;
	to: Date;
}

/** An entry of the roll with everybody who may cast for it. */
export interface Entry {
	id: string;
	voters: string[];
}

interface Cast {
	entry: string;
	person: string;
	choice: string;
	at: Date;
}

const HOUR = 3_600_000;

/**
 * Lets the neighbours vote: some at once, most in the evenings, up to the end or to now. Each ballot is cast by the
 * database's own `cast_ballot`, as any other, all in one statement.
 */
export async function castBallots(world: World, telling: Telling, casting: Casting): Promise<void> {
	const { id, story } = casting;
	const casts = castsOf(world, casting, await entriesOf(world, id)).sort((a, b) => a.at.getTime() - b.at.getTime());
	const key = await sealKeyOf(telling.database, id);
	const rows = casts.map(({ at, ...cast }, i) => {
		const name = `${story.key}/${i}`;
		const ballot = unorderedId(`ballot/${name}`);
		return {
			...cast,
			at: at.toISOString(),
			ballot,
			sealed: key && sealChoice(key, cast.choice, ballot),
			salt: digest('demo-ballot', name).subarray(0, 16).toString('hex'),
			audit: idAt(at, `ballot-audit/${name}`),
			news: idAt(at, `ballot-news/${name}`)
		};
	});
	const [row] = await world.db.execute<{ refused: number }>(sql`
		select count(*) filter (where c.verdict <> 'cast')::int as refused
		from json_to_recordset(${JSON.stringify(rows)}::text::json)
				as x (entry uuid, person uuid, choice text, at text, ballot uuid, salt text, audit uuid, news uuid, sealed text)
			cross join lateral (select set_config('gongjian.now', x.at, true) as now, x.entry offset 0) n
			cross join lateral cast_ballot(${id}::uuid, n.entry, x.person, x.choice, x.ballot, x.salt, x.audit, x.news, x.sealed) c
		where n.now is not null`);
	if (row!.refused) throw new Error(`The demo’s vote ${story.key} refused ${row!.refused} ballots.`);
}

export async function entriesOf({ db }: World, voteId: string): Promise<Entry[]> {
	const rows = await db.execute<Record<string, unknown> & Entry>(sql`
		select e.id, array_agg(w.person_id::text order by w.person_id) as voters
		from roll_entry e join vote_voter w on w.entry_id = e.id
		where e.vote_id = ${voteId} group by e.id order by e.id`);
	return [...rows];
}

export function castsOf(world: World, { story, from, to }: Casting, entries: readonly Entry[]): Cast[] {
	const random = world.random.fork(`votes/${story.key}`);
	const until = to < world.calendar.justNow() ? to : world.calendar.justNow();
	return entries.flatMap(({ id, voters }) => {
		if (story.sparesAccounts && voters.some((one) => need(world.people, one).login)) return [];
		if (!random.chance(story.turnout)) return [];
		const choice = random.weighted(weights(story));
		// co-owners who both vote are mostly of one mind; of a household one votes
		const both = story.rule !== 'residents' && voters.length > 1 && random.chance(0.5);
		const people = both ? voters.slice(0, 2) : [random.pick(voters)];
		return people.map((person, i) => {
			const differs = i > 0 && random.chance(0.03);
			return { entry: id, person, choice: differs ? 'abstain' : choice, at: momentWithin(random, from, until) };
		});
	});
}

const weights = ({ inFavour, against }: VoteStory) =>
	[
		['for', inFavour],
		['against', against],
		['abstain', 1 - inFavour - against]
	] as const;

/** Hours of the day at which people vote on their phones. */
const HOURS = [8, 9, 10, 12, 12, 13, 15, 17, 18, 19, 19, 20, 20, 20, 21, 21, 22] as const;

/** More at the beginning than later, by day and in the evening, never before `from` or from `until` on. */
function momentWithin(random: Random, from: Date, until: Date): Date {
	const span = until.getTime() - from.getTime();
	for (let tries = 0; tries < 20; tries++) {
		const about = from.getTime() + span * random.next() * random.next();
		const midnight = Math.floor((about + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR;
		const at = midnight + random.pick(HOURS) * HOUR + random.int(0, 3_599_999);
		if (at > from.getTime() + 60_000 && at < until.getTime()) return new Date(at);
	}
	return new Date(from.getTime() + 60_000 + Math.floor(random.next() * (span - 120_000)));
}
