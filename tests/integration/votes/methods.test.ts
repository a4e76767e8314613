import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import {
	announceVote,
	beginRunOff,
	castBallot,
	draftValues,
	draftVote,
	findOnRoll,
	paperDesk,
	readPaper,
	receivePaper,
	registerVotes,
	voteDetail,
	voteRecord
} from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { jpeg } from '../../support/files.ts';
import { CLOSES, draft, expectOk, OPENS, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
let committee: Person;
let voters: Person[];
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: 6 });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
	voters = await Promise.all(Array.from({ length: 5 }, (_, home) => town.resident(`居民${home}`, home)));
});

const options = ['花园', '停车位', '晾衣场'];
const detail = async (person: Person | null, id: string) => expectOk(await voteDetail(data.as(person), id));
const open = (changes: Partial<DraftVote>) =>
	openVote(data, town, committee, { method: 'single', options, ...changes });
async function cast(person: Person, voteId: string, choice: string | string[]) {
	const { own } = await detail(person, voteId);
	return castBallot(data.as(person), { voteId, entryId: own[0]!.id, choice });
}
async function castAll(voteId: string, choices: (string | string[])[]) {
	for (const [i, choice] of choices.entries()) expectOk(await cast(voters[i]!, voteId, choice));
}
async function end() {
	await data.travelTo(CLOSES);
	await sweepClocks(data);
}
async function verified(voteId: string) {
	for (const [view, actor] of [
		['public', null],
		['full', voters[0]!]
	] as const) {
		const file = canonicalJson(expectOk(await voteRecord(data.as(actor), voteId, view)));
		expect((await verifyRecord(file)).checks.filter((c) => c.result === 'fails')).toEqual([]);
	}
}

describe('drafting', () => {
	test.each<[string, Partial<DraftVote>, string, string]>([
		['one option alone', { options: ['花园'] }, 'votes.options-missing', 'options'],
		['an abstention of its own', { options: ['花园', '弃权'] }, 'votes.option-is-abstention', 'options'],
		['a cap beyond the options', { method: 'approval', most: 4 }, 'votes.most-too-many', 'most'],
		['a secret vote', { secrecy: 'secret' }, 'votes.secret-for-against-only', 'secrecy'],
		['seats by a rule that decides', { method: 'seats', most: 1 }, 'votes.seats-only-proposed', 'method'],
		['seats without a number', { method: 'seats', preset: 'consultation' }, 'votes.seats-missing', 'most'],
		['as many seats as candidates', { method: 'seats', preset: 'consultation', most: 3 }, 'votes.seats-too-many', 'most'] // prettier-ignore
	])('%s is refused beside its field', async (_, changes, code, field) => {
		await data.travelTo('2026-11-19T09:00:00+08:00');
		const drafted = await draftVote(data.as(committee), {
			...{ organisationId: committee.memberships[0]!.organisationId, preset: 'residents-meeting-2026' },
			...{ scope: { kind: 'community', id: null }, title: 't', question: 'q', background: '' },
			...{ opensAt: OPENS, closesAt: CLOSES, extensionHours: null, meetingId: null, agendaItemId: null },
			...{ method: 'single', options },
			...changes
		});
		expect(drafted).toMatchObject({ refusal: { code, field } });
	});

	test('what was drafted is in its form again, and freezes with the announcement', async () => {
		const id = await draft(data, town, committee, { method: 'approval', options, most: 2 });
		expect(await draftValues(data.as(committee), id)).toMatchObject({ method: 'approval', options, most: 2 });
		expectOk(await announceVote(data.as(committee), id));
		const [row] = await data.sql`select manifest from vote where id = ${id}`;
		expect(row!.manifest).toMatchObject({ method: 'approval', most: 2, options: [{ id: 'o1', label: '花园' }, {}, {}, { id: 'abstain' }] }); // prettier-ignore
		for (const change of ['most_choices = 3', "options = '[]'", "method = 'single'", 'seats = 1'])
			await expect(data.sql`update vote set ${data.sql.unsafe(change)} where id = ${id}`).rejects.toThrow(
				'is announced'
			);
	});
});

describe.each(['open', 'sealed'] as const)('a vote among options that is %s', (secrecy) => {
	test('single choice: one option or none; what has more than half passes', async () => {
		const voteId = await open({ secrecy });
		expect(await cast(voters[0]!, voteId, ['o1', 'o2'])).toMatchObject({ refusal: { code: 'votes.one-choice-only' } });
		expect(await cast(voters[0]!, voteId, 'o4')).toMatchObject({ refusal: { code: 'votes.no-such-option' } });
		expect(await cast(voters[0]!, voteId, 'for')).toMatchObject({ refusal: { code: 'votes.no-such-option' } });
		expect(await cast(voters[0]!, voteId, [])).toMatchObject({ refusal: { code: 'votes.choice-missing' } });
		await castAll(voteId, ['o2', 'o2', 'o2', 'o1', 'abstain']);
		expect((await detail(voters[0]!, voteId)).result).toBeNull();
		await end();
		const { result } = await detail(null, voteId);
		expect(result).toMatchObject({ outcome: 'passed', figures: { for: { count: 4 }, abstain: { count: 1 } } });
		expect(result!.options!.map(({ label, count, came }) => [label, count, came])).toEqual([
			['停车位', 3, 'passed'],
			['花园', 1, null],
			['晾衣场', 0, null]
		]);
		await verified(voteId);
	});

	test('approval: as many as the cap, a later ballot replaces, several pass', async () => {
		const voteId = await open({ secrecy, method: 'approval', most: 2 });
		expect(await cast(voters[0]!, voteId, ['o1', 'o2', 'o3'])).toMatchObject({
			refusal: { code: 'votes.too-many-chosen', params: { most: 2 } }
		});
		expect(await cast(voters[0]!, voteId, ['o1', 'abstain'])).toMatchObject({
			refusal: { code: 'votes.abstain-alone' }
		});
		await castAll(voteId, [['o3'], ['o2', 'o1'], ['o1', 'o2'], ['o1'], ['o2']]);
		expectOk(await cast(voters[0]!, voteId, ['o2', 'o1']));
		await end();
		const { result } = await detail(null, voteId);
		expect(result!.options!.map(({ label, count, came }) => [label, count, came])).toEqual([
			['花园', 4, 'passed'],
			['停车位', 4, 'passed'],
			['晾衣场', 0, null]
		]);
		await verified(voteId);
	});
});

test('nothing in the rows of a sealed vote tells how many were ticked', async () => {
	const voteId = await open({ secrecy: 'sealed', method: 'approval' });
	await castAll(voteId, ['o1', ['o1', 'o2', 'o3'], 'abstain']);
	const rows = await data.sql<{ choice: string[] }[]>`select choice from ballot`;
	expect(new Set(rows.map(({ choice }) => `${choice.length} ${choice[0]!.length}`)).size).toBe(1);
});

test('the database itself refuses what the vote does not let choose', async () => {
	const voteId = await open({ method: 'approval', most: 2 });
	const { own } = await detail(voters[0]!, voteId);
	const verdict = async (choice: string) => {
		const [row] = await data.sql`
			select verdict from cast_ballot(${voteId}, ${own[0]!.id}, ${voters[0]!.personId}, ${choice}, gen_random_uuid(), '00',
				gen_random_uuid(), gen_random_uuid())`;
		return row!.verdict as string;
	};
	expect(await verdict('o1+o1')).toBe('no-such-option');
	expect(await verdict('')).toBe('no-such-option');
	expect(await verdict('o1+o9')).toBe('no-such-option');
	expect(await verdict('o1+o2+o3')).toBe('too-many-chosen');
	expect(await verdict('o1+abstain')).toBe('abstain-alone');
	expect(await verdict('o1+o2')).toBe('cast');
});

test('paper beside it is read option by option, by two', async () => {
	const clerks = [await town.appoint('录入甲', 'service-station', 'entry-clerk'), committee];
	const voteId = await open({ method: 'approval', most: 2, paper: true });
	await castAll(voteId, [['o1'], ['o1', 'o3'], ['o1']]);
	const [entry] = expectOk(await findOnRoll(data.as(clerks[0]!), voteId, town.homes[4]!.label));
	expectOk(await receivePaper(data.as(clerks[0]!), voteId, entry!.id));
	await end();
	const [paper] = expectOk(await paperDesk(data.as(clerks[0]!), voteId));
	const read = (who: number, marked: string | string[], file?: File) =>
		readPaper(data.as(clerks[who]!), voteId, paper!.id, marked, file);
	const scan = () => new File([new Uint8Array(jpeg())], '选票.jpg', { type: 'image/jpeg' });
	expect(await read(0, ['o1', 'o2', 'o3'], scan())).toMatchObject({
		refusal: { code: 'votes.reading-spoiled', field: 'reading' }
	});
	expect(await read(0, 'for', scan())).toMatchObject({ refusal: { code: 'votes.reading-missing' } });
	expectOk(await read(0, ['o3', 'o1'], scan()));
	expectOk(await read(1, ['o1', 'o3']));
	const { result } = await detail(null, voteId);
	expect(result!.figures!.channels.paper.count).toBe(1);
	expect(result!.options!.map(({ id, count }) => [id, count])).toEqual([['o1', 4], ['o3', 2], ['o2', 0]]); // prettier-ignore
	await verified(voteId);
});

describe('seats', () => {
	const names = ['张三', '李四', '王五', '赵六'];
	const seats = (most: number) => open({ method: 'seats', preset: 'consultation', options: names, most });

	test('go to those who are chosen most often; the result is advice', async () => {
		const voteId = await seats(2);
		await castAll(voteId, [['o1', 'o2'], ['o1', 'o3'], ['o2'], 'o2']);
		await end();
		const { result, may } = await detail(committee, voteId);
		expect(result!.outcome).toBe('advisory');
		expect(result!.options!.map(({ label, rank, came }) => [label, rank, came])).toEqual([
			['李四', 1, 'seat'],
			['张三', 2, 'seat'],
			['王五', 3, null],
			['赵六', 4, null]
		]);
		expect(may.runOff).toBe(false);
		expect(await beginRunOff(data.as(committee), voteId)).toMatchObject({ refusal: { code: 'votes.no-run-off' } });
		await verified(voteId);
	});

	test('equals across the last seat are voted on again, among themselves, for the seats that are left', async () => {
		const voteId = await seats(2);
		await castAll(voteId, [['o4', 'o2'], ['o4', 'o3'], 'abstain']);
		await end();
		const seen = await detail(committee, voteId);
		expect(seen.result).toMatchObject({ outcome: 'run-off' });
		expect(seen.result!.options!.map(({ label, rank, came }) => [label, rank, came])).toEqual([
			['赵六', 1, 'seat'],
			['李四', 2, 'run-off'],
			['王五', 2, 'run-off'],
			['张三', 4, null]
		]);
		await verified(voteId);

		expect(seen.may.runOff).toBe(true);
		expect((await detail(voters[0]!, voteId)).may.runOff).toBe(false);
		expect(await beginRunOff(data.as(voters[0]!), voteId)).toMatchObject({
			refusal: { code: 'votes.not-the-convener' }
		});
		const { id } = expectOk(await beginRunOff(data.as(committee), voteId));
		expect(await beginRunOff(data.as(committee), voteId)).toMatchObject({ refusal: { code: 'votes.run-off-begun' } });
		const run = await detail(committee, id);
		expect(run).toMatchObject({ state: 'draft', seats: 1, most: 1, method: 'seats', runOffFrom: { id: voteId } });
		expect(run.options.map(({ id, label }) => [id, label])).toEqual([['o1', '李四'], ['o2', '王五'], ['abstain', '弃权']]); // prettier-ignore
		// a draft is its convener's own
		expect((await detail(committee, voteId)).runOffId).toBe(id);
		expect((await detail(voters[0]!, voteId)).runOffId).toBeNull();
		expectOk(await announceVote(data.as(committee), id));
		expect((await detail(voters[0]!, voteId)).runOffId).toBe(id);
		await data.travelTo(run.opensAt);
		await sweepClocks(data);
		await castAll(id, ['o2', 'o2', 'o1']);
		await data.travelTo(run.closesAt);
		await sweepClocks(data);
		expect((await detail(null, id)).result!.options![0]).toMatchObject({ label: '王五', came: 'seat' });
		await verified(id);
	});

	test('nobody chosen is nobody equal', async () => {
		const voteId = await seats(1);
		await castAll(voteId, ['abstain']);
		await end();
		expect((await detail(null, voteId)).result!.outcome).toBe('advisory');
	});
});
