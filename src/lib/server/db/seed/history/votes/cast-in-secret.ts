import { sql } from 'drizzle-orm';
import type { Tally } from '#lib/domain/votes/secret-record.schema.ts';
import { giveOutPaper, readBox, signOffBallots } from '../../../../votes/index.ts';
import { drawTable } from '../../../../votes/secret-ballots.ts';
import { digest } from '../../../../platform/secrets.ts';
import { idAt } from '../../ids.ts';
import type { World } from '../../world.ts';
import { told, type Telling } from '../telling.ts';
import { castsOf, entriesOf, type Casting } from './cast-ballots.ts';

const CLERK = 'fuwuzhan-chuangkou';
const MINUTE = 60_000;
/** Of so many households one goes to the desk and puts paper into the box. */
const ONE_ON_PAPER_OF = 12;

/**
 * Lets the neighbours vote in secret. Draws and ballots are put into the vote's own tables as use-cases leave them after
 * its end, when nothing of the blinding is left; the ballots by the database's own `cast_secret_ballot`. Answers the box.
 */
export async function castInSecret(world: World, telling: Telling, casting: Casting): Promise<Tally> {
	const { id, story } = casting;
	const clerk = (await telling.as(CLERK)).actor!.personId;
	const desk = deskHours(world, casting.from);
	const casts = castsOf(world, casting, await entriesOf(world, id)).map((cast, i) => {
		const paper = i % ONE_ON_PAPER_OF === 0;
		const secret = digest('demo-secret-ballot', `${story.key}/${i}`).toString('hex');
		const at = paper ? desk(i / ONE_ON_PAPER_OF) : cast.at;
		const audit = { audit: idAt(at, `draw-audit/${story.key}/${i}`), by: paper ? clerk : cast.person };
		return { ...cast, ...audit, at: at.toISOString(), paper, nonce: secret, salt: secret.slice(0, 32) };
	});
	const rows = JSON.stringify(casts);
	await world.db.execute(sql`
		insert into ${drawTable(id)} (vote_id, entry_id, channel)
			select ${id}::uuid, x.entry, case when x.paper then 'paper' else 'online' end
			from json_to_recordset(${rows}::text::json) as x (entry uuid, paper boolean)`);
	await world.db.execute(sql`
		insert into audit_entry (id, area_id, at, actor_id, act, subject_type, subject_id, data)
			select x.audit, v.community_id, x.at::timestamptz, x.by, case when x.paper then 'votes.give-out-paper' else 'votes.draw' end,
				'vote', v.id::text, jsonb_build_object('entry', x.entry)
			from json_to_recordset(${rows}::text::json) as x (entry uuid, by uuid, paper boolean, at text, audit uuid), vote v
			where v.id = ${id}`);
	const [row] = await world.db.execute<{ refused: number }>(sql`
		select count(*) filter (where c.verdict <> 'cast')::int as refused
		from json_to_recordset(${rows}::text::json) as x (choice text, at text, nonce text, salt text, paper boolean)
			cross join lateral (select set_config('gongjian.now', x.at, true) as now, x.choice offset 0) n
			cross join lateral cast_secret_ballot(${id}::uuid, x.nonce, 1, n.choice, x.salt) as c (verdict)
		where n.now is not null and not x.paper`);
	if (row!.refused) throw new Error(`The demo’s vote ${story.key} refused ${row!.refused} ballots.`);
	const box = { for: 0, against: 0, abstain: 0, spoiled: 0 };
	for (const { paper, choice } of casts) if (paper) box[choice as 'for' | 'against' | 'abstain']++;
	return box;
}

/** When the desk serves the i-th who prefers paper: on the first working day, one after the other. */
function deskHours({ calendar }: World, from: Date): (i: number) => Date {
	const first = calendar.at(calendar.workday(calendar.dayOf(from), 'after'), '09:40').getTime();
	return (i) => new Date(first + i * 7 * MINUTE);
}

/** The first who prefer paper, at the desk on the first working day. */
export async function giveOutFirstPaper(world: World, telling: Telling, { id, from }: Casting): Promise<void> {
	const desk = deskHours(world, from);
	const clerk = await telling.as(CLERK);
	const entries = await entriesOf(world, id);
	const elders = entries.filter(({ voters }) => voters.every((one) => !world.people.get(one)?.login)).slice(0, 6);
	for (const [i, { id: entry }] of elders.entries()) {
		await telling.at(desk(i));
		told(await giveOutPaper(clerk, id, entry), 'give out paper');
	}
}

/** Two count the box on the next working day, then the convener and the supervisors sign off. */
export async function settle(world: World, telling: Telling, { id, story, to }: Casting, box: Tally): Promise<void> {
	const { calendar } = world;
	const day = calendar.workday(calendar.dayOf(to) + 1, 'after');
	const sayAt = async (time: string, who: string) => {
		await telling.at(calendar.at(day, time));
		return telling.as(who);
	};
	told(await readBox(await sayAt('09:30', story.by), id, box), 'count the box');
	told(await readBox(await sayAt('09:50', CLERK), id, box), 'count the box again');
	told(await signOffBallots(await sayAt('10:20', story.by), id), 'sign off');
	told(await signOffBallots(await sayAt('15:05', 'jiandu'), id), 'sign off');
}
