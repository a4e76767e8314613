import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { lockSecrets, newRecoveryCode, unlockSecrets } from '#lib/domain/votes/recovery-code.ts';
import type { SecretRecord } from '#lib/domain/votes/secret-record.schema.ts';
import { prepareDraw, tokenFrom, type DrawSecrets, type Token } from '#lib/domain/votes/secret-token.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { isCounted } from '#lib/domain/votes/verify-secret-record.ts';
import {
	auditEntry,
	ballot,
	boxReading,
	outbox,
	secretBallot,
	secretDraw,
	secretVote,
	vote
} from '#lib/server/db/schema/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import {
	announceVote,
	annulVote,
	cancelVote,
	castBallot,
	castSecretBallot,
	drawBallot,
	drawnList,
	findOnRoll,
	giveOutPaper,
	ownDraws,
	readBox,
	registerVotes,
	signOffBallots,
	voteDetail,
	voteRecord,
	votesAwaiting
} from '#lib/server/votes/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { CLOSES, draft, expectOk, openVote } from '../../support/votes.ts';

const data = useDatabase({ fresh: 'test' });
const DAY = 86_400_000;
const UNITS = 14;
let town: Town;
let committee: Person;
let supervisor: Person;
beforeAll(registerVotes);
beforeEach(async () => {
	town = await plantCommunity(data, { units: UNITS });
	committee = await town.appoint('召集人', 'residents-committee', 'convener');
	supervisor = await town.appoint('监督', 'supervisory-committee', 'supervisor');
});

interface Drawn {
	token: Token;
	secrets: DrawSecrets;
	code: string;
	bundle: string;
}
const open = () => openVote(data, town, committee, { secrecy: 'secret' });

async function prepare(person: Person, voteId: string) {
	const { row, key, entries } = expectOk(await ownDraws(data.as(person), voteId));
	const secrets = await prepareDraw(key, row.phi!);
	const code = newRecoveryCode();
	const bundle = await lockSecrets(code, row.phi!, secrets);
	return { key, phi: row.phi!, entry: entries[0]!.id, secrets, code, bundle };
}
async function draw(person: Person, voteId: string): Promise<Drawn> {
	const { key, phi, entry, secrets, code, bundle } = await prepare(person, voteId);
	const { signature } = expectOk(
		await drawBallot(data.as(person), voteId, { entry, blinded: secrets.blinded, bundle })
	);
	return { token: await tokenFrom(key, phi, secrets, signature), secrets, code, bundle };
}
const cast = (voteId: string, drawn: Drawn, choice: 'for' | 'against' | 'abstain', revision = 1) =>
	castSecretBallot(data, voteId, { token: drawn.token, choice, salt: drawn.secrets.salt, revision });
const people = (many: number) =>
	Promise.all(Array.from({ length: many }, (_, home) => town.resident(`居民${home}`, home)));
const state = async (id: string) => (await data.db.select().from(vote).where(eq(vote.id, id)))[0]!;
async function close() {
	await data.travelTo(CLOSES);
	await sweepClocks(data);
}
const record = async (voteId: string) =>
	expectOk(await voteRecord(data.as(null), voteId, 'public')) as unknown as SecretRecord;

/** Ten vote online and two on paper: 8 for, 3 against, 1 abstains. */
async function wholeVote() {
	const voters = await people(12);
	const voteId = await open();
	const receipts = [];
	for (const [i, person] of voters.slice(0, 10).entries()) {
		receipts.push(
			expectOk(await cast(voteId, await draw(person, voteId), i < 7 ? 'for' : i < 9 ? 'against' : 'abstain'))
		);
	}
	for (const home of [10, 11]) {
		const [entry] = expectOk(await findOnRoll(data.as(committee), voteId, town.homes[home]!.label));
		expectOk(await giveOutPaper(data.as(committee), voteId, entry!.id));
	}
	return { voteId, voters, receipts };
}
const BOX = { for: 1, against: 1, abstain: 0, spoiled: 0 };

async function countBox(voteId: string, between = async () => {}) {
	const clerk = await town.appoint('录入', 'service-station', 'entry-clerk');
	expectOk(await readBox(data.as(committee), voteId, BOX));
	await between();
	expectOk(await readBox(data.as(clerk), voteId, BOX));
}

test('from the draw to a record that everybody verifies, with every receipt in it', async () => {
	const { voteId, voters, receipts } = await wholeVote();
	const clerk = await town.appoint('录入', 'service-station', 'entry-clerk');
	expect(expectOk(await voteDetail(data.as(null), voteId)).turnout![0]).toMatchObject({ value: '12', total: '14' });
	expect(
		expectOk(await drawnList(data.as(supervisor), voteId))
			.map((one) => one.channel)
			.toSorted()
	).toEqual([...Array<string>(10).fill('online'), ...Array<string>(2).fill('paper')]);
	for (const actor of [null, voters[0]!, clerk]) {
		expect(await drawnList(data.as(actor), voteId)).toMatchObject({ refusal: { code: 'votes.supervisors-only' } });
	}
	await close();
	const { counting, result } = expectOk(await voteDetail(data.as(supervisor), voteId));
	expect(result).toBeNull();
	expect(counting).toMatchObject({ drawn: { online: 10, paper: 2 }, box: { readings: 0, settled: false } });
	expect(counting).toMatchObject({ cast: { online: 10, paper: null }, root: null, until: null });
	expect(await signOffBallots(data.as(supervisor), voteId)).toMatchObject({
		refusal: { code: 'votes.box-not-settled' }
	});
	expectOk(await readBox(data.as(committee), voteId, BOX));
	expectOk(await readBox(data.as(clerk), voteId, { ...BOX, for: 2, against: 0 }));
	expect((await state(voteId)).state).toBe('counting');
	const box = expectOk(await voteDetail(data.as(clerk), voteId)).counting!.box;
	expect(box).toMatchObject({ readings: 2, settled: false, mine: { ...BOX, for: 2, against: 0 } });
	expectOk(await readBox(data.as(clerk), voteId, BOX));
	expect(await data.db.select().from(boxReading)).toEqual([]);
	expect(await readBox(data.as(clerk), voteId, BOX)).toMatchObject({ refusal: { code: 'votes.box-settled' } });
	const sealed = expectOk(await voteDetail(data.as(supervisor), voteId)).counting!;
	expect(sealed).toMatchObject({ cast: { online: 10, paper: 2 }, box: { settled: true } });
	expectOk(await signOffBallots(data.as(supervisor), voteId));
	expect((await state(voteId)).state).toBe('counting');
	expectOk(await signOffBallots(data.as(committee), voteId));
	expect(await state(voteId)).toMatchObject({ state: 'published', outcome: 'passed' });

	const published = await record(voteId);
	expect(published.statement).toMatchObject({
		drawn: { online: 10, paper: 2 },
		tally: { for: 8, against: 3, abstain: 1, spoiled: 0 },
		root: sealed.root!
	});
	expect(published.statement.signOffs).toHaveLength(2);
	expect(published.openings).toHaveLength(12);
	const { publicKey } = expectOk(await voteDetail(data.as(null), voteId)).result!;
	const { holds, checks } = await verifyRecord(canonicalJson(published), publicKey);
	expect(checks.filter((c) => c.result === 'fails')).toEqual([]);
	expect(holds).toBe(true);
	for (const receipt of receipts) expect(await isCounted(receipt, published)).toBe(true);
	expect(
		await isCounted({ ...receipts[0]!, statement: { ...receipts[0]!.statement, leaf: '0'.repeat(64) } }, published)
	).toBe(false);
	expect(canonicalJson(published)).not.toContain('单元');
});

describe('the right to vote', () => {
	test('one draw an entry: the same asked again gets the same, another one nothing, whoever of the household asks', async () => {
		const [one, other] = [await town.resident('甲', 0), await town.resident('乙', 0)];
		const voteId = await open();
		const first = await prepare(one, voteId);
		const asked = { entry: first.entry, blinded: first.secrets.blinded, bundle: first.bundle };
		const { signature } = expectOk(await drawBallot(data.as(one), voteId, asked));
		expect(await drawBallot(data.as(one), voteId, asked)).toEqual({ ok: true, value: { signature } });
		const second = await prepare(other, voteId);
		const others = { entry: second.entry, blinded: second.secrets.blinded, bundle: second.bundle };
		expect(await drawBallot(data.as(other), voteId, others)).toMatchObject({
			refusal: { code: 'votes.already-drawn' }
		});
		expect(await giveOutPaper(data.as(committee), voteId, first.entry)).toMatchObject({
			refusal: { code: 'votes.already-drawn' }
		});
	});

	test('50 parallel draws of one entry give one', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await open();
		const asked = await Promise.all(Array.from({ length: 50 }, () => prepare(person, voteId)));
		const answers = await Promise.all(
			asked.map(({ entry, secrets, bundle }) =>
				drawBallot(data.as(person), voteId, { entry, blinded: secrets.blinded, bundle })
			)
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(await data.db.select().from(secretDraw)).toHaveLength(1);
	});

	test('paper given out ends the right to draw online', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await open();
		const { entry, secrets, bundle } = await prepare(person, voteId);
		expect(await giveOutPaper(data.as(person), voteId, entry)).toMatchObject({
			refusal: { code: 'votes.not-a-clerk' }
		});
		expectOk(await giveOutPaper(data.as(committee), voteId, entry));
		expect(await drawBallot(data.as(person), voteId, { entry, blinded: secrets.blinded, bundle })).toMatchObject({
			refusal: { code: 'votes.drawn-on-paper' }
		});
		expect(await votesAwaiting(data.as(person))).toEqual([]);
	});

	test('nobody draws for another’s entry', async () => {
		const [own, other] = [await town.resident('甲', 0), await town.resident('乙', 1)];
		const voteId = await open();
		const { entry, secrets, bundle } = await prepare(own, voteId);
		for (const actor of [other, committee]) {
			expect(await drawBallot(data.as(actor), voteId, { entry, blinded: secrets.blinded, bundle })).toMatchObject({
				refusal: { code: 'votes.not-on-the-roll' }
			});
		}
	});

	test('a lost browser gets it back by the recovery code alone', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await open();
		const { code } = await draw(person, voteId);
		const { row, key, entries } = expectOk(await ownDraws(data.as(person), voteId));
		const { bundle, signature } = entries[0]!;
		expect(await unlockSecrets(newRecoveryCode(), row.phi!, bundle!)).toBeNull();
		const secrets = (await unlockSecrets(code.toLowerCase().replaceAll('-', ' '), row.phi!, bundle!))!;
		const token = await tokenFrom(key, row.phi!, secrets, signature!);
		expectOk(await cast(voteId, { token, secrets, code, bundle: bundle! }, 'for'));
	});
});

describe('casting', () => {
	test('sent again it is the same ballot; another choice needs a higher revision; the highest counts', async () => {
		const voters = await people(2);
		const voteId = await open();
		const mine = await draw(voters[0]!, voteId);
		const first = expectOk(await cast(voteId, mine, 'for'));
		expect(expectOk(await cast(voteId, mine, 'for'))).toEqual(first);
		expect(await cast(voteId, mine, 'against')).toMatchObject({ refusal: { code: 'votes.revision-taken' } });
		expectOk(await cast(voteId, mine, 'against', 2));
		await close();
		expect((await data.db.select().from(secretBallot)).map((b) => [b.revision, b.choice])).toEqual([[2, 'against']]);
	});

	test('no token of another vote, none made up, no ballot of the open kind', async () => {
		const person = await town.resident('甲', 0);
		const [voteId, elsewhere] = [await open(), await open()];
		const mine = await draw(person, voteId);
		expect(await cast(elsewhere, mine, 'for')).toMatchObject({ refusal: { code: 'votes.token-unknown' } });
		const forged = { ...mine, token: { ...mine.token, nonce: 'ab'.repeat(32) } };
		expect(await cast(voteId, forged, 'for')).toMatchObject({ refusal: { code: 'votes.token-unknown' } });
		const { entries } = expectOk(await ownDraws(data.as(person), voteId));
		expect(await castBallot(data.as(person), { voteId, entryId: entries[0]!.id, choice: 'for' })).toMatchObject({
			refusal: { code: 'votes.draw-first' }
		});
		expect(await data.db.select().from(ballot)).toEqual([]);
	});

	test('writes the ballot and nothing else, and ends on time', async () => {
		const person = await town.resident('甲', 0);
		const voteId = await open();
		const mine = await draw(person, voteId);
		const written = async () => [await data.db.select().from(auditEntry), await data.db.select().from(outbox)];
		const before = await written();
		expectOk(await cast(voteId, mine, 'for'));
		expect(await written()).toEqual(before);
		await data.travelTo(CLOSES);
		expect(await cast(voteId, mine, 'against', 2)).toMatchObject({ refusal: { code: 'votes.closed' } });
		await sweepClocks(data);
		expect(await cast(voteId, mine, 'against', 2)).toMatchObject({ refusal: { code: 'votes.closed' } });
	});
});

describe('after the end', () => {
	test('nothing that led from a draw to a ballot is left', async () => {
		const { voteId } = await wholeVote();
		await close();
		const draws = await data.db.select().from(secretDraw);
		expect(draws).toHaveLength(12);
		for (const { personId, blinded, signature, bundle } of draws) {
			expect([personId, blinded, signature, bundle]).toEqual([null, null, null, null]);
		}
		expect((await data.db.select().from(secretVote))[0]!.wrappedKey).toBeNull();
		// all rows of a vote were written at once: no transaction tells one from another
		const rows = await data.sql`select distinct xmin::text from secret_ballot where vote_id = ${voteId}`;
		expect(rows).toHaveLength(1);
	});

	test('what was in the box lies among the rest: the database tells neither which ballots were on paper nor what was counted', async () => {
		const { voteId } = await wholeVote();
		await close();
		await countBox(voteId, async () => {
			const [reading] = await data.db.select().from(boxReading);
			expect(Buffer.from(reading!.tally).toString('latin1')).not.toContain('against');
		});
		const rows = await data.sql`select xmin::text, revision from secret_ballot where vote_id = ${voteId}`;
		expect(rows).toHaveLength(12);
		expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
		expect(new Set(rows.map((row) => row.revision))).toEqual(new Set([1]));
		expect(await data.db.select().from(boxReading)).toEqual([]);
	});

	test('a vote cancelled before its opening keeps no key', async () => {
		const id = await draft(data, town, committee, { secrecy: 'secret' });
		expectOk(await announceVote(data.as(committee), id));
		expectOk(await cancelVote(data.as(committee), id, '改期'));
		expect((await data.db.select().from(secretVote))[0]!.wrappedKey).toBeNull();
	});

	test('drawn but not cast is no participation: the end moves where it was announced', async () => {
		const voters = await people(8);
		const voteId = await openVote(data, town, committee, {
			secrecy: 'secret',
			preset: 'residents-meeting-2026',
			extensionHours: 24
		});
		for (const [i, person] of voters.entries()) {
			const drawn = await draw(person, voteId);
			if (i < 7) expectOk(await cast(voteId, drawn, 'for'));
		}
		await close();
		expect(await state(voteId)).toMatchObject({ state: 'open' });
		expect((await state(voteId)).extendedTo).not.toBeNull();
	});

	test('an annulled vote forgets it too', async () => {
		const voteId = await open();
		await draw(await town.resident('甲', 0), voteId);
		expectOk(await annulVote(data.as(committee), voteId, '名册有误'));
		expect((await data.db.select().from(secretDraw))[0]!.bundle).toBeNull();
	});

	test('who signs off nothing within a day does not hold it up; a box not yet counted does', async () => {
		const { voteId } = await wholeVote();
		await close();
		await data.travelTo(new Date(CLOSES.getTime() + DAY));
		await sweepClocks(data);
		expect((await state(voteId)).state).toBe('counting');
		const clerk = await town.appoint('录入', 'service-station', 'entry-clerk');
		expect(await readBox(data.as(clerk), voteId, { ...BOX, for: 2 })).toMatchObject({
			refusal: { code: 'votes.box-too-full' }
		});
		expectOk(await readBox(data.as(clerk), voteId, BOX));
		// the same person twice is one person
		expectOk(await readBox(data.as(clerk), voteId, BOX));
		expect((await state(voteId)).state).toBe('counting');
		expectOk(await readBox(data.as(committee), voteId, BOX));
		await sweepClocks(data);
		expect((await state(voteId)).state).toBe('counting');
		await data.travelTo(new Date(CLOSES.getTime() + 2 * DAY + 60_000));
		await sweepClocks(data);
		expect((await record(voteId)).statement.signOffs).toEqual([]);
	});

	test('only those who are waited for sign, each once', async () => {
		const { voteId, voters } = await wholeVote();
		expect(await signOffBallots(data.as(supervisor), voteId)).toMatchObject({
			refusal: { code: 'votes.not-counting' }
		});
		await close();
		await countBox(voteId);
		for (const actor of [null, voters[0]!]) {
			expect(await signOffBallots(data.as(actor), voteId)).toMatchObject({
				refusal: { code: 'votes.not-your-signature' }
			});
		}
		expectOk(await signOffBallots(data.as(supervisor), voteId));
		expect(await signOffBallots(data.as(supervisor), voteId)).toMatchObject({
			refusal: { code: 'votes.already-signed' }
		});
	});

	test.each([
		['few', 9, 5],
		['unanimous', 12, 12]
	])('%s ballots: the outcome only', async (_, many, agreeing) => {
		const voters = await people(many);
		const voteId = await open();
		for (const [i, person] of voters.entries()) {
			expectOk(await cast(voteId, await draw(person, voteId), i < agreeing ? 'for' : 'against'));
		}
		await close();
		expectOk(await signOffBallots(data.as(supervisor), voteId));
		expectOk(await signOffBallots(data.as(committee), voteId));
		const published = await record(voteId);
		expect(published).toMatchObject({ openings: null, statement: { tally: null, outcome: 'passed' } });
		expect((await verifyRecord(canonicalJson(published))).holds).toBe(true);
		const { result } = expectOk(await voteDetail(data.as(voters[0]!), voteId));
		expect(result).toMatchObject({ outcome: 'passed', figures: null, shares: { for: 0 } });
	});
});
