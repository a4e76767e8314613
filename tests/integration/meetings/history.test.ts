import { beforeAll, beforeEach, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { minutesFragment, minutesJson } from '#lib/domain/meetings/minutes-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { minutesHistory, nameVersion, restoreVersion } from '#lib/server/meetings/index.ts';
import { compactDocument, readDocument, readLog } from '#lib/server/platform/documents/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingInSession, meetingRow, sealNow } from '../../support/meetings.ts';

const test = useDatabase();
let town: Town;
let convener: Person, recorder: Person, resident: Person;
let id: string, documentId: string;

beforeAll(async () => {
	town = await plantCommunity(test);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'recorder']);
	recorder = await town.appoint('钱记录', 'property-company', 'recorder');
	resident = await town.resident('孙阿姨', 0);
});
beforeEach(async () => {
	id = await meetingInSession(test, town, convener, ['消防通道被占。']);
	documentId = (await meetingRow(test, id)).minutesDocumentId!;
});

const paragraph = (doc: Y.Doc) => (minutesFragment(doc).get(1) as Y.XmlElement).get(0) as Y.XmlText;
const retype = (actor: Person, words: string) =>
	editAs(test, actor, documentId, (doc) => paragraph(doc).insert(0, words));
async function history(actor: Person | null, between?: Parameters<typeof minutesHistory>[2]) {
	const found = await minutesHistory(test.as(actor), id, between);
	if (!found.ok) throw new Error(found.refusal.code);
	return found.value;
}
const text = async () => JSON.stringify(minutesJson((await readDocument(test.db, documentId))!.doc));

it('is for those who were there or invited, and kept and restored by those who write', async () => {
	await expect(history(null)).rejects.toThrow('form.sign-in');
	await expect(history(resident)).rejects.toThrow('form.forbidden');
	expect(await nameVersion(test.as(resident), id, '初稿')).toMatchObject({ refusal: { code: 'form.forbidden' } });
	expect(await nameVersion(test.as(recorder), id, '初稿')).toEqual({ ok: true });
	const [version] = (await history(recorder)).versions;
	expect(version).toMatchObject({ name: '初稿', cause: 'named', by: '钱记录' });
	expect(await restoreVersion(test.as(resident), id, version!.id)).toMatchObject({
		refusal: { code: 'form.forbidden' }
	});
	expect(await restoreVersion(test.as(recorder), id, id)).toMatchObject({
		refusal: { code: 'meetings.version-missing' }
	});
	await sealNow(test, convener, id);
	expect(await restoreVersion(test.as(convener), id, version!.id)).toMatchObject({
		refusal: { code: 'form.forbidden' }
	});
});

it('compares a version with now, also once the log behind it is compacted', async () => {
	await nameVersion(test.as(recorder), id, '初稿');
	await retype(recorder, '3号楼');
	expect(await compactDocument(test.db, documentId)).toBeGreaterThan(0);
	const [version] = (await history(recorder)).versions;
	const { compared } = await history(recorder, { from: version!.id, to: null });
	expect(compared?.filter(({ kind }) => kind !== 'same')).toMatchObject([
		{ id: 'p1', kind: 'changed', pieces: [{ kind: 'added', text: '3号楼' }, { kind: 'same' }] }
	]);
});

it('restores by a new edit: the log grows, and what stood there before is kept', async () => {
	await nameVersion(test.as(recorder), id, '初稿');
	const [version] = (await history(recorder)).versions;
	const before = await text();
	await retype(recorder, '错的');
	const { head, rows } = (await readLog(test.db, documentId))!;
	await test.travelTo('2026-12-08T11:30:00Z');
	expect(await restoreVersion(test.as(recorder), id, version!.id)).toEqual({ ok: true });
	expect(await text()).toBe(before);
	const after = (await readLog(test.db, documentId))!;
	expect(after.head).toBe(head + 1);
	expect(after.rows.slice(0, rows.length)).toEqual(rows);

	const { versions } = await history(recorder);
	expect(versions.map(({ cause }) => cause)).toEqual(['restore', 'named']);
	expect(await restoreVersion(test.as(recorder), id, versions[0]!.id)).toEqual({ ok: true });
	expect(await text()).toContain('错的消防通道被占');
});

it('says who wrote which share of a paragraph', async () => {
	await retype(recorder, '3号楼');
	const { authors } = await history(convener);
	const [, p1] = authors;
	expect(p1).toMatchObject({ id: 'p1', text: '3号楼消防通道被占。' });
	expect(p1!.authors.map(({ percent }) => percent)).toEqual([70, 30]);
});

it('keeps a version by itself at the close and for the review', async () => {
	await sealNow(test, convener, id);
	expect((await history(convener)).versions.map(({ cause }) => cause).toSorted()).toEqual(['close', 'review']);
});
