import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesDocx } from '#lib/features/meetings/minutes-docx.ts';
import { block, minutesFragment, type MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { auditEntry } from '#lib/server/db/schema/index.ts';
import {
	publishDisclosure,
	publishFromSource,
	registerDisclosure,
	submitForReview,
	withdrawDisclosure
} from '#lib/server/disclosure/index.ts';
import {
	addMinutesImage,
	minutesToExport,
	picturesToDisclose,
	readMinutes,
	readMinutesImage,
	registerMeetings
} from '#lib/server/meetings/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { jpeg, pdf, png, webp } from '../../support/files.ts';
import { editAs, meetingInSession, meetingRow, sealNow } from '../../support/meetings.ts';

const test = useDatabase();
let town: Town;
let convener: Person, recorder: Person, delegate: Person, resident: Person, publisher: Person, reviewer: Person;
let folder: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'minutes-images-'));
	process.env.ATTACHMENTS_DIR = folder;
	town = await plantCommunity(test);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'recorder']);
	recorder = await town.appoint('钱记录', 'property-company', 'recorder');
	delegate = await town.appoint('李经理', 'property-company', 'delegate');
	publisher = await town.appoint('周发布', 'residents-committee', 'publisher');
	reviewer = await town.appoint('陈审核', 'residents-committee', 'reviewer');
	resident = await town.resident('孙阿姨', 0);
	registerDisclosure();
	registerMeetings();
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (bytes: Buffer, name = 'a.png') => new File([new Uint8Array(bytes)], name, { type: 'image/png' });
const refusal = (done: { ok: boolean; refusal?: { code: string } }) => done.refusal?.code;
const add = async (id: string, actor: Person | null, given: File | undefined) =>
	addMinutesImage(test.as(actor), id, given);

async function put(id: string, attrs: Record<string, unknown>): Promise<void> {
	const { minutesDocumentId } = await meetingRow(test, id);
	await editAs(test, recorder, minutesDocumentId!, (doc) =>
		minutesFragment(doc).insert(1, [block('image', `i-${String(attrs.alt)}`, attrs)])
	);
}
async function kept(id: string, given: File): Promise<string> {
	const done = await add(id, recorder, given);
	if (!done.ok) throw new Error(done.refusal.code);
	return done.value.id;
}
async function disclose(id: string): Promise<string> {
	const begun = await publishFromSource(test.as(publisher), ['meeting', id]);
	if (!begun.ok) throw new Error(begun.refusal.code);
	const checked = { basis: 'none' as const, attachmentsChecked: undefined };
	await submitForReview(test.as(publisher), begun.value.id, checked, []);
	const published = await publishDisclosure(test.as(reviewer), begun.value.id);
	if (!published.ok) throw new Error(published.refusal.code);
	return begun.value.id;
}

it('takes pictures that are what their bytes say, of those who write the minutes', async () => {
	const id = await meetingInSession(test, town, convener);
	expect(refusal(await add(id, null, file(png())))).toBe('form.sign-in');
	expect(refusal(await add(id, delegate, file(png())))).toBe('form.forbidden');
	expect(refusal(await add(id, recorder, undefined))).toBe('meetings.image-missing');
	for (const other of [pdf() as Buffer, webp(), Buffer.from('<svg onload="x"/>')]) {
		expect(refusal(await add(id, recorder, file(other)))).toBe('attachments.type-refused');
	}
	expect(refusal(await add(id, recorder, file(Buffer.alloc(8 * 1024 * 1024 + 1))))).toBe('attachments.too-large');
	const done = await add(id, recorder, file(jpeg({ width: 400, height: 300 })));
	expect(done).toMatchObject({ ok: true, value: { width: 400, height: 300 } });
	const audited = await test.db.select().from(auditEntry).where(eq(auditEntry.subjectId, id));
	expect(audited.at(-1)).toMatchObject({ act: 'meetings.add-image', actorId: recorder.personId });
});

it('shows them to those who were there or invited, seals their bytes, and puts them on paper', async () => {
	const id = await meetingInSession(test, town, convener);
	const bytes = png({ width: 3 });
	const image = await kept(id, file(bytes));
	await put(id, { file: image, alt: '旧车棚', open: false, width: 3, height: 2 });
	for (const who of [recorder, delegate]) expect((await readMinutesImage(test.as(who), image)).ok).toBe(true);
	for (const who of [resident, null])
		expect(refusal(await readMinutesImage(test.as(who), image))).toBe('form.not-found');
	expect(refusal(await readMinutesImage(test.as(recorder), crypto.randomUUID()))).toBe('form.not-found');

	await sealNow(test, convener, id);
	const { images } = (await meetingRow(test, id)).sealedContent as unknown as SealedContent;
	expect(images).toEqual([{ file: image, sha256: createHash('sha256').update(bytes).digest('hex') }]);

	const paper = await minutesToExport(test.as(recorder), id);
	if (!paper.ok) throw new Error(paper.refusal.code);
	expect([...paper.value.images.keys()]).toEqual([image]);
	const parts = unzipSync(await minutesDocx('纪要', paper.value.minutes, paper.value.images));
	const picture = Object.keys(parts).find((name) => name.startsWith('word/media/'))!;
	expect(Buffer.from(parts[picture]!).equals(bytes)).toBe(true);
	expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('旧车棚');
	// without the bytes the words stay
	const words = unzipSync(await minutesDocx('纪要', paper.value.minutes));
	expect(new TextDecoder().decode(words['word/document.xml'])).toContain('［图片：旧车棚］');
});

it('shows everybody those alone that were let go, once the minutes are disclosed', async () => {
	const id = await meetingInSession(test, town, convener);
	const [open, closed, unused] = [
		await kept(id, file(png({ width: 4 }))),
		await kept(id, file(png({ width: 5 }))),
		await kept(id, file(png({ width: 6 })))
	];
	await put(id, { file: open, alt: '旧车棚', open: true });
	await put(id, { file: closed, alt: '有人脸的一张', open: false });
	await sealNow(test, convener, id);
	expect(refusal(await readMinutesImage(test.as(null), open))).toBe('form.not-found');
	// the reviewer sees before what will be public, and nothing else; nobody else does
	const toReview = await picturesToDisclose(test.as(reviewer), id);
	expect(toReview).toEqual([{ href: `/minutes-images/${open}`, alt: '旧车棚' }]);
	expect((await readMinutesImage(test.as(reviewer), open)).ok).toBe(true);
	expect(await picturesToDisclose(test.as(resident), id)).toEqual([]);
	const disclosed = await disclose(id);
	for (const who of [resident, null]) {
		expect((await readMinutesImage(test.as(who), open)).ok).toBe(true);
		expect(refusal(await readMinutesImage(test.as(who), closed))).toBe('form.not-found');
		expect(refusal(await readMinutesImage(test.as(who), unused))).toBe('form.not-found');
	}
	const read = await readMinutes(test.as(null), id);
	if (!read.ok) throw new Error(read.refusal.code);
	const types = (read.value.minutes.content as MinutesNode[]).map(({ type }) => type);
	expect(types.filter((type) => type === 'image')).toHaveLength(1);
	expect(JSON.stringify(read.value.minutes)).toContain('［图片：有人脸的一张］');
	expect(JSON.stringify(read.value.minutes)).not.toContain(closed);
	const paper = await minutesToExport(test.as(null), id);
	expect(paper.ok && [...paper.value.images.keys()]).toEqual([open]);
	// taken back, nobody else sees them
	await withdrawDisclosure(test.as(reviewer), disclosed, '误发');
	expect(refusal(await readMinutesImage(test.as(null), open))).toBe('form.not-found');
	expect((await readMinutesImage(test.as(delegate), open)).ok).toBe(true);
});
