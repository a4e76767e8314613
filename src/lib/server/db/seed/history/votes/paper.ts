import { isNull, eq, and } from 'drizzle-orm';
import type { Reading } from '#lib/domain/votes/paper.ts';
import { castBallot, readPaper, receivePaper } from '../../../../votes/index.ts';
import { ballot, paperBallot } from '../../../schema/index.ts';
import { ballotScan } from '../../ballot-scan.ts';
import { need, type World } from '../../world.ts';
import { told, type Telling } from '../telling.ts';
import { entriesOf, type Casting, type Entry } from './cast-ballots.ts';

const CLERK = 'fuwuzhan-chuangkou';
const MINUTE = 60_000;
/** Where the tick stands on the sheet. */
const BOX = { for: 0, against: 1, abstain: 2 } as const;

/** Old neighbours bring their paper to the desk on the first working day, and somebody who has voted online, too. */
export async function receiveFirstPaper(world: World, telling: Telling, casting: Casting): Promise<void> {
	const { id, from, story } = casting;
	const { calendar } = world;
	const first = calendar.at(calendar.workday(calendar.dayOf(from), 'after'), '09:20').getTime();
	const cast = await world.db
		.select({ entry: ballot.entryId })
		.from(ballot)
		.where(and(eq(ballot.voteId, id), isNull(ballot.replacedAt)));
	const online = new Set(cast.map(({ entry }) => entry));
	const entries = await entriesOf(world, id);
	const silent = entries.filter(
		(one) => !online.has(one.id) && one.voters.every((who) => !need(world.people, who).login)
	);
	const both = story.paper!.alsoOnline ? [await voteOnline(world, telling, casting, entries)] : [];
	const clerk = await telling.as(CLERK);
	for (const [i, entry] of [...silent.slice(0, story.paper!.received), ...both].entries()) {
		await telling.at(new Date(first + i * 9 * MINUTE));
		told(await receivePaper(clerk, id, entry.id), 'receive paper');
	}
}

/** The entry of whoever has voted online as well, and has now. */
async function voteOnline(world: World, telling: Telling, { id, from, story }: Casting, entries: readonly Entry[]) {
	const login = story.paper!.alsoOnline!;
	const entry = entries.find(({ voters }) => voters.some((who) => need(world.people, who).login === login))!;
	await telling.at(new Date(from.getTime() + 11 * 60 * MINUTE));
	told(await castBallot(await telling.as(login), { voteId: id, entryId: entry.id, choice: 'for' }), 'vote online');
	return entry;
}

/**
 * After the end: sheets that two read alike, one on which they differ, one that only one has read, and that of the entry which has voted
 * online, too, and is asked whether it is its own.
 */
export async function readSomePaper(world: World, telling: Telling, { id, story, to }: Casting): Promise<void> {
	const { calendar } = world;
	const start = calendar.at(calendar.dayOf(to) + 1, '09:30').getTime();
	const sheets = await world.db
		.select()
		.from(paperBallot)
		.where(eq(paperBallot.voteId, id))
		.orderBy(paperBallot.receivedAt);
	const seen: Reading[][] = sheets.map((_, i) =>
		i === 1
			? ['abstain', 'spoiled']
			: i === 2
				? ['for']
				: i === sheets.length - 1
					? ['against', 'against']
					: ['for', 'for']
	);
	for (const [i, sheet] of sheets.entries()) {
		for (const [j, reading] of seen[i]!.entries()) {
			await telling.at(new Date(start + (i + j * sheets.length) * 4 * MINUTE));
			const scan = j === 0 ? ballotScan(BOX[reading as keyof typeof BOX], `选票${i + 1}.png`) : undefined;
			told(await readPaper(await telling.as(j === 0 ? CLERK : story.by), id, sheet.id, reading, scan), 'read paper');
		}
	}
}
