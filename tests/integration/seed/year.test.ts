import { mkdtempSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minutesBlocks, minutesJson } from '#lib/domain/meetings/minutes-document.ts';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import { isNotNull } from 'drizzle-orm';
import { contentHash } from '#lib/domain/disclosure/content.ts';
import { disclosure } from '#lib/server/db/schema/index.ts';
import { contentOf } from '#lib/server/disclosure/content-of.ts';
import { theAttachmentStore } from '#lib/server/platform/attachments/the-store.ts';
import { seedDemo } from '#lib/server/db/seed/index.ts';
import { conveneMeeting, readLiveAgenda } from '#lib/server/meetings/index.ts';
import { sealAudit } from '#lib/server/platform/audit/sealer.ts';
import { verifyAudit } from '#lib/server/platform/audit/verify.ts';
import { readDocument } from '#lib/server/platform/documents/index.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { castBallot, voteDetail } from '#lib/server/votes/index.ts';
import { standingPapers } from '#lib/server/votes/paper-ballots.ts';
import { useDatabase } from '../../support/database.ts';
import { beforeAll, describe, expect, test } from 'vitest';

const NOW = new Date('2026-11-24T03:20:00Z');
const database = useDatabase();
process.env.ATTACHMENTS_DIR = mkdtempSync(join(tmpdir(), 'demo-files-'));

beforeAll(async () => {
	await seedDemo({ database, now: NOW });
	await database.travelTo(NOW);
}, 240_000);

describe('the demo’s meetings', () => {
	const meetings = (state: string) => database.sql`select * from meeting where state = ${state} order by starts_at`;

	test('are sealed under a hash that covers what stands there, and signed under that hash', async () => {
		const sealed = await meetings('disclosed');
		expect(sealed.length).toBeGreaterThanOrEqual(10);
		for (const { id, title, sealed_content, sealed_hash, minutes_document_id } of sealed) {
			expect(canonicalHash(sealed_content), title).toBe(sealed_hash);
			const { doc } = (await readDocument(database.db, minutes_document_id))!;
			expect(sealed_content.minutes, title).toEqual(minutesJson(doc));
			const signatures = await database.sql`select hash, late from signature where meeting_id = ${id}`;
			expect(signatures.length, title).toBeGreaterThanOrEqual(3);
			expect(new Set(signatures.map(({ hash }) => hash)), title).toEqual(new Set([sealed_hash]));
			expect(signatures.filter(({ late }) => late).length, title).toBeLessThanOrEqual(1);
		}
	});

	test('show a picture that is sealed with them', async () => {
		const [row] = await database.sql`
			select sealed_content -> 'images' as images from meeting where sealed_content -> 'images' is not null`;
		expect(row!.images).toEqual([{ file: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
	});

	test('were written by several people, and nothing that somebody began was left empty', async () => {
		const rows = await database.sql`
			select m.title, count(distinct u.user_id)::int as people from meeting m
				join document_update u on u.document_id = m.minutes_document_id and u.seq > 1
			group by m.id, m.title`;
		expect(rows.length).toBeGreaterThanOrEqual(3);
		for (const { title, people } of rows) expect(people, title).toBeGreaterThanOrEqual(2);
		for (const { title, minutes_document_id } of await meetings('disclosed')) {
			const { doc } = (await readDocument(database.db, minutes_document_id))!;
			expect(
				minutesBlocks(doc).filter(({ text }) => text === ''),
				title
			).toEqual([]);
		}
	});

	test('raise cases from paragraphs that are there, the latest of them one that is still open', async () => {
		const links = await database.sql`
			select l.from_block, l.created_at, m.minutes_document_id, m.opened_at, c.state, c.submitted_at
			from link l join meeting m on m.id = l.from_id join grid_case c on c.id = l.to_id order by l.created_at`;
		expect(links.length).toBeGreaterThanOrEqual(2);
		for (const { from_block, minutes_document_id, created_at, submitted_at, opened_at } of links) {
			const { doc } = (await readDocument(database.db, minutes_document_id))!;
			expect(minutesBlocks(doc).map(({ id }) => id)).toContain(from_block);
			expect(created_at).toEqual(submitted_at);
			expect(Date.parse(opened_at)).toBeLessThan(Date.parse(submitted_at));
		}
		expect(links.at(-1)!.state).toBe('handling');
	});

	test('gave tasks that are done, dropped, open and overdue, the overdue ones told once', async () => {
		const rows = await database.sql<{ state: string; late: boolean; reminded: boolean }[]>`
			select state, due_on < ${'2026-11-24'} as late, reminded_at is not null as reminded from task`;
		const standing = ({ state, late }: (typeof rows)[number]) => (state === 'open' && late ? 'overdue' : state);
		expect(new Set(rows.map(standing))).toEqual(new Set(['done', 'dropped', 'open', 'overdue']));
		expect(rows.filter((row) => standing(row) === 'overdue' && !row.reminded)).toEqual([]);
	});

	test('hold a hearing with turns on the floor, one of them over time, answered questions and positions', async () => {
		const [row] = await database.sql`
			select (select count(*)::int from speech where state = 'spoken') as spoken,
				(select count(*)::int from speech where ended_at - started_at > minutes * interval '1 minute') as over,
				(select count(*)::int from hearing_question where answer is not null) as answered,
				(select count(*)::int from hearing_question where closed_at is null) as open,
				(select count(distinct stance)::int from hearing_position) as stances`;
		expect(row).toMatchObject({ spoken: 5, over: 2, answered: 2, open: 0, stances: 2 });
	});

	test('carry items that were not settled to the next meeting', async () => {
		const rows = await database.sql`
			select m.state, i.carried_over_from is not null as frozen from carried_item c join meeting m on m.id = c.meeting_id
				left join agenda_item i on i.meeting_id = m.id and i.carried_over_from = c.from_item_id
			where c.released_at is null order by m.state`;
		expect(rows.map(({ state, frozen }) => [state, frozen])).toEqual([
			['collecting', false],
			['in-session', true]
		]);
	});

	test('include one that is being minuted, and one whose agenda grows and can be convened', async () => {
		const [now] = await meetings('in-session');
		expect(now!.phase).toBe('live');
		expect(Date.parse(now!.opened_at)).toBeLessThan(NOW.getTime());
		const [next] = await meetings('collecting');
		const chair = await loadActor(database, next!.chair_id);
		const items = await readLiveAgenda(database.as(chair), next!.id);
		expect(new Set(items.map(({ proposer }) => proposer)).size).toBeGreaterThanOrEqual(4);
		expect(await conveneMeeting(database.as(chair), next!.id)).toEqual({ ok: true });
	});

	test('leave an audit that chains, and no news that nobody can hear any more', async () => {
		await sealAudit(database);
		for (const chain of await verifyAudit(database)) expect(chain.broken, chain.area).toBeUndefined();
		const [row] = await database.sql`
			select count(*)::int as n from meeting m where not exists (
				select from audit_entry a where a.subject_id = m.id::text and a.act = 'meetings.collect' and a.at = m.created_at)`;
		expect(row!.n).toBe(0);
		const [news] = await database.sql`select count(*)::int as n from outbox where created_at < ${NOW.toISOString()}`;
		expect(news!.n).toBe(0);
	});
});

describe('the demo’s votes', () => {
	test('have records that verify, in both views, of every outcome', async () => {
		const votes = await database.sql`select * from vote where state = 'published' order by opens_at`;
		expect(votes.length).toBeGreaterThanOrEqual(6);
		expect(new Set(votes.map(({ outcome }) => outcome))).toEqual(new Set(['passed', 'rejected', 'no-quorum']));
		expect(new Set(votes.map(({ electorate }) => electorate))).toEqual(new Set(['households', 'owners']));
		expect(new Set(votes.map(({ secrecy }) => secrecy))).toEqual(new Set(['open', 'sealed', 'secret']));
		for (const { title, record, full_record, secrecy } of votes) {
			expect((await verifyRecord(canonicalJson(record))).holds, title).toBe(true);
			if (secrecy === 'secret') {
				// nobody has a fuller one; opened all the same, for many took part and not all alike
				expect(record.openings.length, title).toBeGreaterThan(100);
				continue;
			}
			expect((await verifyRecord(canonicalJson(full_record))).checks, title).toSatisfy((checks: { result: string }[]) =>
				checks.every(({ result }) => result === 'holds')
			);
		}
	});

	test('come from items of meetings that were held before, one from a paragraph, but for two that the committee raised itself', async () => {
		const rows = await database.sql`
			select v.secrecy, m.opened_at < v.announced_at as after, i.id as item from vote v
				left join link l on l.to_type = 'vote' and l.to_id = v.id
				left join agenda_item i on i.id::text = l.from_block and i.meeting_id = l.from_id
				left join meeting m on m.id = l.from_id`;
		expect(rows.filter(({ after, item }) => after && !item)).toHaveLength(1);
		expect(rows.filter(({ after }) => !after).map(({ secrecy }) => secrecy)).toEqual(['secret', 'secret']);
	});

	test('were cast between opening and end, each with its audit row', async () => {
		const [late] = await database.sql`
			select count(*)::int as n from ballot b join vote v on v.id = b.vote_id
			where b.cast_at < v.opened_at or b.cast_at >= coalesce(v.extended_to, v.closes_at)`;
		expect(late!.n).toBe(0);
		const [row] = await database.sql`
			select (select count(*)::int from ballot) as ballots, (select count(*)::int from audit_entry where act = 'votes.cast') as audited`;
		expect(row!.ballots).toBe(row!.audited);
		expect(row!.ballots).toBeGreaterThan(2_000);
	});

	test('include one that is open, short of its threshold, in which whoever can sign in has yet to vote', async () => {
		const [open, ...others] = await database.sql`select * from vote where state = 'open' and secrecy = 'open'`;
		expect(others).toEqual([]);
		const [resident] = await database.sql`select person_id as id from credential where login = 'resident1'`;
		const actor = await loadActor(database, resident!.id);
		const ctx = database.as(actor);
		const found = await voteDetail(ctx, open!.id);
		if (!found.ok) throw new Error(found.refusal.code);
		const before = found.value;
		expect(before.turnout!.every(({ missing }) => Number(missing) > 0)).toBe(true);
		expect(before.own).toHaveLength(1);
		const cast = await castBallot(ctx, { voteId: open!.id, entryId: before.own[0]!.id, choice: 'for' });
		expect(cast.ok).toBe(true);
	});

	test('include one whose paper is being read: some settled, one read by one, one that differs, one to be contested', async () => {
		const [counting, ...others] = await database.sql`select id from vote where state = 'counting'`;
		expect(others).toEqual([]);
		const papers = await standingPapers(database.db, counting!.id, NOW);
		expect(papers.map(({ standing }) => standing.state).toSorted()).toEqual(
			['counts', 'counts', 'counts', 'differs', 'shown', 'unread'].toSorted()
		);
	});

	test('include a secret one that is open, with ballots to draw and some paper given out', async () => {
		const [open] = await database.sql`select id from vote where state = 'open' and secrecy = 'secret'`;
		const drawn = await database.sql`select channel from secret_draw where vote_id = ${open!.id}`;
		expect(drawn.map(({ channel }) => channel)).toEqual(Array(6).fill('paper'));
		const [resident] = await database.sql`select person_id as id from credential where login = 'resident1'`;
		const found = await voteDetail(database.as(await loadActor(database, resident!.id)), open!.id);
		expect(found.ok && found.value.own.map(({ drawn }) => drawn)).toEqual([null]);
	});

	test('leave no clock that should have run and did not', async () => {
		const [row] = await database.sql`
			select count(*)::int as n from clock
			where subject_type = 'vote' and fired_at is null and cancelled_at is null and due_at <= ${NOW.toISOString()}`;
		expect(row!.n).toBe(0);
	});
});

describe('the demo’s disclosures', () => {
	test('stand under the hash of what everybody can fetch, and were looked at by a second person', async () => {
		const rows = await database.db.select().from(disclosure).where(isNotNull(disclosure.publishedAt));
		expect(rows.length).toBeGreaterThanOrEqual(40);
		expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['catalogue', 'minutes', 'notice', 'result']));
		for (const row of rows) {
			expect(contentHash(await contentOf(database.db, row)), row.title).toBe(row.contentHash);
			expect(row.reviewerId, row.title).not.toBe(row.authorId);
			expect(row.publishedAt!.getTime(), row.title).toBeLessThanOrEqual(NOW.getTime());
		}
		const [waiting] = await database.sql`select count(*)::int as n from meeting where state = 'sealed'`;
		expect(waiting!.n).toBe(0);
	});

	test('carry files whose bytes are the ones that were hashed', async () => {
		const files = await database.sql`select * from attachment where subject_type = 'disclosure'`;
		expect(files.length).toBeGreaterThanOrEqual(4);
		for (const { name, storage_key, sha256 } of files) {
			const bytes = await new Response(await theAttachmentStore().get(storage_key)).arrayBuffer();
			expect(createHash('sha256').update(Buffer.from(bytes)).digest('hex'), name).toBe(sha256);
		}
	});

	test('are talked about, and what is asked is answered by the organisation', async () => {
		const rows = await database.sql`
			select c.id, exists (select from comment a where a.parent_id = c.id and a.organisation_id is not null) as answered
			from comment c where c.subject_type = 'disclosure' and c.organisation_id is null`;
		expect(rows.length).toBeGreaterThanOrEqual(8);
		expect(rows.filter(({ answered }) => answered).length).toBeGreaterThanOrEqual(rows.length - 1);
	});
});

test('the demo’s year could be told on any day and at any hour', { timeout: 240_000 }, async () => {
	const saturday = new Date('2026-11-27T17:10:00Z');
	expect(await seedDemo({ database, now: saturday, reset: true })).toBe(true);
});
