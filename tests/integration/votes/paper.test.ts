import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Reading } from '#lib/domain/votes/paper.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import {
	attachment,
	auditEntry,
	notification,
	outbox,
	paperBallot,
	paperReading,
	vote
} from '#lib/server/db/schema/index.ts';
import { readAttachment } from '#lib/server/platform/attachments/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import {
	castBallot,
	contestPaper,
	findOnRoll,
	judgePaper,
	paperDesk,
	paperToRead,
	readPaper,
	receivePaper,
	registerVotes,
	rollToPrint,
	voteDetail,
	voteRecord,
	votesAwaiting
} from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { jpeg } from '../../support/files.ts';
import { CLOSES, expectOk, openVote } from '../../support/votes.ts';

const DAY = 86_400_000;
const after = (days: number) => new Date(CLOSES.getTime() + days * DAY);
const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
let clerks: Person[];
let supervisor: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
	clerks = [
		await town.appoint('录入甲', 'service-station', 'entry-clerk'),
		await town.appoint('录入乙', 'service-station', 'entry-clerk'),
		committee
	];
	supervisor = await town.appoint('监督', 'supervisory-committee', 'supervisor');
});

const scan = () => new File([new Uint8Array(jpeg())], '选票.jpg', { type: 'image/jpeg' });
const state = async (id: string) => (await data.db.select().from(vote).where(eq(vote.id, id)))[0]!;
const own = async (person: Person, voteId: string) => expectOk(await voteDetail(data.as(person), voteId)).own[0]!;
const entryAt = async (voteId: string, home: number) =>
	expectOk(await findOnRoll(data.as(clerks[0]!), voteId, town.homes[home]!.label))[0]!.id;
const papers = () => data.db.select().from(paperBallot);
async function received(voteId: string, homes: readonly number[]): Promise<string[]> {
	const ids: string[] = [];
	for (const home of homes) {
		expectOk(await receivePaper(data.as(clerks[0]!), voteId, await entryAt(voteId, home)));
		const entry = await entryAt(voteId, home);
		ids.push((await papers()).find((paper) => paper.entryId === entry)!.id);
	}
	return ids;
}
const read = (who: number, voteId: string, paper: string, reading: Reading, file?: File) =>
	readPaper(data.as(clerks[who]!), voteId, paper, reading, file);
async function readBoth(voteId: string, paper: string, one: Reading, other = one) {
	expectOk(await read(0, voteId, paper, one, scan()));
	expectOk(await read(1, voteId, paper, other));
}
async function end(days = 0) {
	await data.travelTo(after(days));
	await sweepClocks(data);
}
const result = async (voteId: string) => {
	const record = expectOk(await voteRecord(data.as(null), voteId, 'public'));
	if (record.view === 'secret') throw new Error('an open vote');
	return record.statement;
};

describe.each(['open', 'sealed'] as const)('paper of a vote that is %s', (secrecy) => {
	test('is received before the end, read twice after it, and counted', async () => {
		const online = await town.resident('甲', 0);
		const voteId = await openVote(data, town, committee, { secrecy, paper: true });
		expectOk(await castBallot(data.as(online), { voteId, entryId: (await own(online, voteId)).id, choice: 'against' }));
		const [one, two, three] = await received(voteId, [1, 2, 3]);
		expect(await receivePaper(data.as(clerks[1]!), voteId, await entryAt(voteId, 1))).toMatchObject({
			refusal: { code: 'votes.paper-received' }
		});
		// paper takes part as soon as it is there
		expect(expectOk(await voteDetail(data.as(null), voteId)).turnout![0]).toMatchObject({ value: '4', missing: null });
		expect(await read(0, voteId, one!, 'for', scan())).toMatchObject({ refusal: { code: 'votes.not-counting' } });

		await end();
		expect((await state(voteId)).state).toBe('counting');
		expect(await receivePaper(data.as(clerks[1]!), voteId, await entryAt(voteId, 4))).toMatchObject({
			refusal: { code: 'votes.closed' }
		});
		expect(await read(0, voteId, one!, 'for')).toMatchObject({
			refusal: { code: 'votes.scan-missing', field: 'scan' }
		});
		await readBoth(voteId, one!, 'for');
		expect(await read(2, voteId, one!, 'against')).toMatchObject({ refusal: { code: 'votes.paper-settled' } });
		await readBoth(voteId, two!, 'for', 'against');
		expect(await read(0, voteId, two!, 'for')).toMatchObject({ refusal: { code: 'votes.read-by-you' } });
		await readBoth(voteId, three!, 'void');
		expect((await state(voteId)).state).toBe('counting');
		expect(expectOk(await voteDetail(data.as(null), voteId)).paper).toMatchObject({ received: 3, read: 2, own: [] });
		expectOk(await read(2, voteId, two!, 'for'));

		const published = await state(voteId);
		expect(published).toMatchObject({ state: 'published', outcome: 'no-quorum' });
		const statement = await result(voteId);
		expect(statement.figures).toMatchObject({
			participants: { count: 3 },
			for: { count: 2 },
			against: { count: 1 },
			channels: { paper: { count: 2 }, online: { count: 1 } }
		});
		const full = expectOk(await voteRecord(data.as(online), voteId, 'full'));
		expect(await verifyRecord(canonicalJson(full))).toMatchObject({ holds: true });
		const audits = (await data.db.select().from(auditEntry)).filter((one) => one.act === 'votes.read-paper');
		expect(audits).toHaveLength(7);
		expect(audits.filter((one) => 'scan' in (one.data as object))).toHaveLength(3);
	});

	test('stands before the ballot cast online, unless its entry contests it and a supervisor agrees', async () => {
		const family = [await town.resident('甲', 0), await town.resident('乙', 1), await town.resident('丙', 2)];
		const voteId = await openVote(data, town, committee, { secrecy, paper: true });
		for (const person of family) {
			const entryId = (await own(person, voteId)).id;
			expectOk(await castBallot(data.as(person), { voteId, entryId, choice: 'for' }));
		}
		const [one, two, three] = await received(voteId, [0, 1, 2]);
		expect((await own(family[0]!, voteId)).onPaper).toBe(true);
		await end();
		for (const paper of [one!, two!, three!]) await readBoth(voteId, paper, 'against');
		const told = await data.db.select().from(notification).where(eq(notification.kind, 'vote-paper-shown'));
		expect(told.map((note) => note.personId).toSorted()).toEqual(family.map((person) => person.personId).toSorted());

		const shown = expectOk(await voteDetail(data.as(family[0]!), voteId)).paper!;
		expect(shown).toMatchObject({ received: 3, read: 3, shown: 3, own: [{ id: one, state: 'shown' }] });
		expect(shown.own[0]!.until!.getTime() - after(3).getTime()).toBeLessThan(60_000);
		const link = new URL(shown.own[0]!.scan!, 'http://x');
		const open = (who: Person | null) =>
			readAttachment(data.as(who), link.pathname.split('/').at(-1)!, link.searchParams.get('ticket')!);
		expect((await open(family[0]!)).ok).toBe(true);
		expect((await open(family[1]!)).ok).toBe(false);
		expect((await open(null)).ok).toBe(false);
		expect((await open(supervisor)).ok).toBe(true);

		expect(await contestPaper(data.as(family[1]!), voteId, one!, '不是我')).toMatchObject({
			refusal: { code: 'votes.no-such-paper' }
		});
		expectOk(await contestPaper(data.as(family[0]!), voteId, one!, '不是我家交的'));
		expectOk(await contestPaper(data.as(family[1]!), voteId, two!, '签名不对'));
		expect(await contestPaper(data.as(family[0]!), voteId, one!, '再说一遍')).toMatchObject({
			refusal: { code: 'votes.no-contest-now' }
		});
		expect(await judgePaper(data.as(committee), voteId, { paper: one!, upheld: true, judgement: '是' })).toMatchObject({
			refusal: { code: 'votes.supervisors-only' }
		});
		expect(
			await judgePaper(data.as(supervisor), voteId, { paper: three!, upheld: true, judgement: '是' })
		).toMatchObject({ refusal: { code: 'votes.not-contested' } });
		expectOk(await judgePaper(data.as(supervisor), voteId, { paper: one!, upheld: false, judgement: '签名不是本人' }));
		await end(4);
		// one contest is still undecided
		expect((await state(voteId)).state).toBe('counting');
		expectOk(await judgePaper(data.as(supervisor), voteId, { paper: two!, upheld: true, judgement: '本人到场核对' }));
		expect((await state(voteId)).state).toBe('published');
		expect((await result(voteId)).figures).toMatchObject({
			for: { count: 1 },
			against: { count: 2 },
			channels: { paper: { count: 2 }, online: { count: 1 } }
		});
	});

	test('that nobody contests counts three days later, by itself', async () => {
		const resident = await town.resident('甲', 0);
		const voteId = await openVote(data, town, committee, { secrecy, paper: true });
		expectOk(await castBallot(data.as(resident), { voteId, entryId: (await own(resident, voteId)).id, choice: 'for' }));
		const [paper] = await received(voteId, [0]);
		await end();
		await readBoth(voteId, paper!, 'against');
		await end(2);
		expect((await state(voteId)).state).toBe('counting');
		await end(4);
		expect((await state(voteId)).state).toBe('published');
		expect((await result(voteId)).figures.against.count).toBe(1);
		expect(await contestPaper(data.as(resident), voteId, paper!, '不是')).toMatchObject({
			refusal: { code: 'votes.no-contest-now' }
		});
	});
});

describe('who may do what with paper', () => {
	test('nothing where the announcement spoke of none, or for who is no clerk', async () => {
		const resident = await town.resident('甲', 0);
		const without = await openVote(data, town, committee);
		const entry = (await own(resident, without)).id;
		expect(await receivePaper(data.as(clerks[0]!), without, entry)).toMatchObject({
			refusal: { code: 'votes.takes-no-paper' }
		});
		for (const who of [resident, supervisor]) {
			expect(await receivePaper(data.as(who), without, entry)).toMatchObject({
				refusal: { code: 'votes.not-a-clerk' }
			});
			expect(await rollToPrint(data.as(who), without, '')).toMatchObject({ refusal: { code: 'votes.not-a-clerk' } });
			expect(await paperDesk(data.as(who), without)).toMatchObject({ refusal: { code: 'votes.not-a-clerk' } });
		}
		expect(expectOk(await rollToPrint(data.as(clerks[0]!), without, '1单元301'))).toHaveLength(1);
	});

	test('a supervisor whose own organisation entered it decides nothing', async () => {
		const resident = await town.resident('甲', 0);
		const inside = await town.appoint('站内监督', 'service-station', 'supervisor');
		const voteId = await openVote(data, town, committee, { paper: true });
		expectOk(await castBallot(data.as(resident), { voteId, entryId: (await own(resident, voteId)).id, choice: 'for' }));
		const [paper] = await received(voteId, [0]);
		await end();
		await readBoth(voteId, paper!, 'against');
		expectOk(await contestPaper(data.as(resident), voteId, paper!, '不是'));
		expect(await judgePaper(data.as(inside), voteId, { paper: paper!, upheld: true, judgement: '是' })).toMatchObject({
			refusal: { code: 'votes.judge-outside' }
		});
	});

	test('an entry whose paper is in is not asked to vote again, and two clerks at once note it once', async () => {
		const resident = await town.resident('甲', 0);
		const voteId = await openVote(data, town, committee, { paper: true });
		const entry = (await own(resident, voteId)).id;
		expect(await votesAwaiting(data.as(resident))).toHaveLength(1);
		const both = await Promise.all(clerks.map((clerk) => receivePaper(data.as(clerk), voteId, entry)));
		expect(both.filter((one) => one.ok)).toHaveLength(1);
		expect(await votesAwaiting(data.as(resident))).toEqual([]);
	});
});

test('what was read shows nowhere before publication: not in the database, the log of acts or the news', async () => {
	const voteId = await openVote(data, town, committee, { paper: true });
	const [one, two] = await received(voteId, [0, 1]);
	await end();
	await readBoth(voteId, one!, 'against', 'spoiled');
	expectOk(await read(0, voteId, two!, 'against', scan()));
	const dump = JSON.stringify([
		await papers(),
		(await data.db.select().from(paperReading)).map((row) => Buffer.from(row.reading).toString('latin1')),
		await data.db.select().from(auditEntry),
		await data.db.select().from(outbox),
		expectOk(await voteDetail(data.as(committee), voteId)).paper,
		expectOk(await paperDesk(data.as(clerks[2]!), voteId)),
		{ ...expectOk(await paperToRead(data.as(clerks[2]!), voteId, one!)), row: null }
	]);
	expect(dump).not.toMatch(/against|spoiled/);
	const sizes = new Set((await data.db.select().from(paperReading)).map((row) => row.reading.length));
	expect(sizes.size).toBe(1);
	expect(expectOk(await paperDesk(data.as(clerks[0]!), voteId)).map((paper) => paper.done)).toEqual([true, true]);
	expect(expectOk(await paperDesk(data.as(clerks[2]!), voteId)).map((paper) => paper.done)).toEqual([false, false]);
	const [file] = await data.db
		.select()
		.from(attachment)
		.where(and(eq(attachment.subjectId, one!), isNull(attachment.removedAt)));
	expect(file!.sha256).toMatch(/^[0-9a-f]{64}$/);
});
