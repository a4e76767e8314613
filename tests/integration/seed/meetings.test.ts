import { beforeAll, describe, expect, test } from 'vitest';
import { minutesBlocks, minutesJson } from '#lib/domain/meetings/minutes-document.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { seedDemo } from '#lib/server/db/seed/index.ts';
import { conveneMeeting, readLiveAgenda } from '#lib/server/meetings/index.ts';
import { readDocument } from '#lib/server/platform/documents/index.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { sealAudit } from '#lib/server/platform/audit/sealer.ts';
import { verifyAudit } from '#lib/server/platform/audit/verify.ts';
import { useDatabase } from '../../support/database.ts';

const NOW = new Date('2026-11-24T03:20:00Z');
const database = useDatabase();

describe('the demo’s meetings', { timeout: 120_000 }, () => {
	beforeAll(async () => {
		await seedDemo({ database, now: NOW });
		await database.travelTo(NOW);
	}, 120_000);

	const meetings = (state: string) => database.sql`select * from meeting where state = ${state} order by starts_at`;

	test('are sealed under a hash that covers what stands there, and signed under that hash', async () => {
		const sealed = [...(await meetings('sealed')), ...(await meetings('disclosed'))];
		expect(sealed.length).toBeGreaterThanOrEqual(2);
		for (const { id, title, sealed_content, sealed_hash, minutes_document_id } of sealed) {
			expect(await canonicalHash(sealed_content), title).toBe(sealed_hash);
			const { doc } = (await readDocument(database.db, minutes_document_id))!;
			expect(sealed_content.minutes, title).toEqual(minutesJson(doc));
			const signatures = await database.sql`select hash, late from signature where meeting_id = ${id}`;
			expect(signatures.length, title).toBeGreaterThanOrEqual(3);
			expect(new Set(signatures.map(({ hash }) => hash)), title).toEqual(new Set([sealed_hash]));
			expect(signatures.filter(({ late }) => late).length, title).toBeLessThanOrEqual(1);
		}
	});

	test('were written by several people, and nothing that somebody began was left empty', async () => {
		const rows = await database.sql`
			select m.title, count(distinct u.user_id)::int as people from meeting m
				join document_update u on u.document_id = m.minutes_document_id and u.seq > 1
			group by m.id, m.title`;
		expect(rows.length).toBeGreaterThanOrEqual(3);
		for (const { title, people } of rows) expect(people, title).toBeGreaterThanOrEqual(2);
		for (const { title, minutes_document_id } of await meetings('sealed')) {
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

	test('could be held on any day and at any hour', async () => {
		const saturday = new Date('2026-11-27T17:10:00Z');
		expect(await seedDemo({ database, now: saturday, reset: true })).toBe(true);
	});
});
