import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { act, type Act } from '#lib/server/platform/act.ts';
import {
	appendUpdates,
	ClientIdTaken,
	compactDocument,
	createDocument,
	DocumentSealed,
	editDocument,
	readDocument,
	readLog,
	sealDocument
} from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let town: Town;
beforeAll(async () => {
	town = await plantCommunity(data);
});

async function inAct<T>(work: (a: Act) => Promise<T>): Promise<T> {
	const result = await act(data.as(null), async (a) => ok(await work(a)));
	if (!result.ok) throw new Error(result.refusal.code);
	return result.value;
}

function textUpdate(words: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('t').insert(0, words);
	return Y.encodeStateAsUpdate(doc);
}

const newDocument = (initial?: Uint8Array) =>
	inAct((a) =>
		createDocument(a, { kind: 'test', areaId: town.communityId, subjectId: newId(), schemaVersion: 1, initial })
	);

const textOf = async (id: string) => (await readDocument(data.db, id))!.doc.getText('t').toString();

/** Types `words` letter by letter, each letter a row, as an editor would. */
async function type(id: string, words: string, userId: string | null = null): Promise<void> {
	const doc = new Y.Doc();
	const text = doc.getText('t');
	const rows: Uint8Array[] = [];
	doc.on('update', (update) => void rows.push(update));
	for (const letter of words) text.insert(text.length, letter);
	const claims = new Map([[doc.clientID, userId]]);
	await appendUpdates(
		data,
		id,
		rows.map((body) => ({ userId, clientIds: [doc.clientID], body })),
		claims
	);
}

describe('a document', () => {
	test('has its first content from the transaction that creates it', async () => {
		const id = await newDocument(textUpdate('第一项'));
		expect(await textOf(id)).toBe('第一项');
		expect(await readDocument(data.db, newId())).toBeNull();
	});

	test('does not exist where the act that creates it fails', async () => {
		const before = await data.sql`select count(*) from document`;
		const made = inAct(async (a) => {
			await createDocument(a, { kind: 'test', areaId: town.communityId, subjectId: newId(), schemaVersion: 1 });
			throw new Error('later in the act');
		});
		await expect(made).rejects.toThrow('later in the act');
		expect(await data.sql`select count(*) from document`).toEqual(before);
	});

	test('counts its rows without a gap, also where many write at once', async () => {
		const id = await newDocument();
		await Promise.all(Array.from({ length: 30 }, (_, i) => type(id, `第${i}句`)));
		const log = await readLog(data.db, id);
		expect(log!.rows.map((row) => row.seq)).toEqual(Array.from({ length: log!.head }, (_, i) => i + 1));
		expect(log!.head).toBe(20 * 3 + 10 * 3 + 20);
		for (let i = 0; i < 30; i++) expect(await textOf(id)).toContain(`第${i}句`);
	});

	test('says so where a row is missing, instead of showing what is left', async () => {
		const id = await newDocument();
		await type(id, '一二三');
		await data.sql`delete from document_update where document_id = ${id} and seq = 2`;
		await expect(readDocument(data.db, id)).rejects.toThrow('gap');
	});

	test('keeps a client id for the person who first wrote with it', async () => {
		const id = await newDocument();
		const [one, other] = [newId(), newId()];
		const row = (userId: string) => [{ userId, clientIds: [7], body: textUpdate('x') }];
		await appendUpdates(data, id, row(one), new Map([[7, one]]));
		await appendUpdates(data, id, row(one), new Map([[7, one]]));
		await expect(appendUpdates(data, id, row(other), new Map([[7, other]]))).rejects.toThrow(ClientIdTaken);
		expect((await readLog(data.db, id))!.head).toBe(2);
	});
});

describe('the portal itself', () => {
	test('edits a document in its own act, on top of what others wrote', async () => {
		const id = await newDocument();
		await type(id, '大家写的');
		const { header } = await inAct((a) => editDocument(a, id, (doc) => doc.getText('t').insert(0, '补记：')));
		expect(header.head).toBe(5);
		expect(await textOf(id)).toBe('补记：大家写的');
	});

	test('writes nothing where nothing changes', async () => {
		const id = await newDocument(textUpdate('原样'));
		expect((await inAct((a) => editDocument(a, id, () => {}))).header.head).toBe(1);
	});
});

describe('compaction', () => {
	test('says the same in one snapshot and lets the log go on', async () => {
		const id = await newDocument();
		await type(id, '积少成多');
		const reached = await compactDocument(data.db, id);
		expect(reached).toBe(4);
		expect((await readLog(data.db, id))!.rows).toEqual([]);
		await type(id, '再来');
		const log = await readLog(data.db, id);
		expect(log!.rows.map((row) => row.seq)).toEqual([5, 6]);
		expect(await textOf(id)).toMatch(/积少成多/);
		expect(await textOf(id)).toMatch(/再来/);
		expect((await readLog(data.db, id, 5))!.snapshot).toBeNull();
		expect((await readLog(data.db, id, 2))!.snapshot).not.toBeNull();
	});

	test('loses nothing that is written meanwhile, and two at once do it once', async () => {
		const id = await newDocument();
		await type(id, '前'.repeat(200));
		const [one, two] = await Promise.all([
			compactDocument(data.db, id),
			compactDocument(data.db, id),
			...Array.from({ length: 20 }, () => type(id, '后'))
		]);
		expect([one, two]).not.toEqual([null, null]);
		const text = await textOf(id);
		expect(text.match(/前/g)).toHaveLength(200);
		expect(text.match(/后/g)).toHaveLength(20);
		expect((await readDocument(data.db, id))!.header.head).toBe(220);
	});

	test('fails without harm where the log cannot be replayed', async () => {
		const id = await newDocument();
		await appendUpdates(data, id, [{ userId: null, clientIds: [], body: Uint8Array.of(9, 9, 9) }], new Map());
		await expect(compactDocument(data.db, id)).rejects.toThrow();
		expect((await readLog(data.db, id))!.rows).toHaveLength(1);
		const sound = await newDocument(textUpdate('好'));
		expect(await compactDocument(data.db, sound)).toBe(1);
	});
});

describe('a sealed document', () => {
	test('says what was written before, and takes nothing afterwards by any road', async () => {
		const id = await newDocument();
		await type(id, '定稿');
		const { doc, header } = await inAct((a) => sealDocument(a, id));
		expect([doc.getText('t').toString(), header.head]).toEqual(['定稿', 2]);

		await expect(type(id, '改')).rejects.toThrow(DocumentSealed);
		await expect(inAct((a) => editDocument(a, id, (doc) => doc.getText('t').insert(0, '改')))).rejects.toThrow();
		const row = data.sql`insert into document_update (document_id, seq, client_ids, body) values (${id}, 3, '[]', '')`;
		await expect(row).rejects.toThrow(/sealed/);
		await expect(data.sql`update document set head = 3 where id = ${id}`).rejects.toThrow(/sealed/);
		await expect(data.sql`update document set sealed_at = null where id = ${id}`).rejects.toThrow(/sealed/);
		await expect(data.sql`update document set snapshot = '' where id = ${id}`).rejects.toThrow(/sealed/);
		await expect(data.sql`delete from document_update where document_id = ${id}`).rejects.toThrow(/sealed/);
		await expect(data.sql`update document_update set body = '' where document_id = ${id}`).rejects.toThrow(
			/only grows/
		);
		expect(await compactDocument(data.db, id)).toBeNull();
		expect(await textOf(id)).toBe('定稿');
	});

	test('holds every row that was acknowledged while it was being sealed', async () => {
		const id = await newDocument();
		const writers = Array.from({ length: 12 }, (_, i) => type(id, '字').then(() => i));
		const sealed = inAct((a) => sealDocument(a, id));
		const acknowledged = (await Promise.allSettled(writers)).filter((one) => one.status === 'fulfilled').length;
		expect((await sealed).doc.getText('t').length).toBe(acknowledged);
		expect(await textOf(id)).toHaveLength(acknowledged);
	});
});
