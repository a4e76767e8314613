import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/shared/actor.ts';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import {
	attachFile,
	attachmentsOf,
	copyAttachments,
	onAttachmentOf,
	readAttachment,
	removeAttachment
} from '#lib/server/platform/attachments/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { signTicket } from '#lib/server/platform/secrets.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { jpeg, pdf, png } from '../../support/files.ts';

const data = useDatabase();
let town: Town;
let clerk: Actor;
let stranger: Actor;
let folder: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attachments-'));
	process.env.ATTACHMENTS_DIR = folder;
	town = await plantCommunity(data);
	clerk = await town.appoint('林', 'residents-committee', 'publisher');
	stranger = await town.resident('赵', 0);
	onAttachmentOf('paper', (ctx) => !!ctx.actor?.memberships.length);
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (bytes: Buffer, name: string) => new File([new Uint8Array(bytes)], name, { type: 'text/html' });
const attach = (subject: string, given: File) =>
	act(data.as(clerk), (a) => attachFile(a, town.communityId, ['paper', subject], given));
const listOf = async (subject: string) =>
	(await attachmentsOf(data.db, 'paper', [subject], new Date())).get(subject) ?? [];
const ticketOf = (href: string) => new URL(href, 'http://x').searchParams.get('ticket')!;
const bytesOf = async (stream: ReadableStream) => Buffer.from(await new Response(stream).arrayBuffer());

test('what was uploaded comes back by its signed link, with a name and type of its own', async () => {
	const subject = newId();
	await attach(subject, file(pdf(), '../公告 三.exe'));
	await attach(subject, file(png(), 'b.html'));
	const [paper, picture] = await listOf(subject);
	expect(paper).toMatchObject({ name: '公告 三.pdf', mediaType: 'application/pdf', image: false });
	expect(picture).toMatchObject({ name: 'b.png', mediaType: 'image/png', image: true });
	const read = await readAttachment(data.as(clerk), paper!.id, ticketOf(paper!.href));
	expect(read.ok && (await bytesOf(read.value.bytes))).toEqual(pdf());
	// below the folder, readable by the portal's own user only
	const stored = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/[0-9a-f-]{36}$/.test(name)
	);
	expect(stored).toHaveLength(2);
	for (const name of stored) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});

test('a link alone opens nothing, and nobody opens another file with the link of their own', async () => {
	const [one, two] = [newId(), newId()];
	await attach(one, file(pdf(), 'a.pdf'));
	await attach(two, file(jpeg(), 'b.jpg'));
	const [a] = await listOf(one);
	const [b] = await listOf(two);
	const refusalOf = async (actor: Actor, id: string, ticket: string) => {
		const read = await readAttachment(data.as(actor), id, ticket);
		return read.ok ? 'read' : read.refusal.code;
	};
	const later = new Date(Date.now() + 60_000);
	expect(await refusalOf(clerk, a!.id, ticketOf(a!.href))).toBe('read');
	expect(await refusalOf(stranger, a!.id, ticketOf(a!.href))).toBe('form.not-found');
	expect(await refusalOf(null, a!.id, ticketOf(a!.href))).toBe('form.not-found');
	expect(await refusalOf(clerk, b!.id, ticketOf(a!.href))).toBe('attachments.link-expired');
	expect(await refusalOf(clerk, a!.id, '')).toBe('attachments.link-expired');
	expect(await refusalOf(clerk, a!.id, signTicket('other', { id: a!.id }, later))).toBe('attachments.link-expired');
	expect(await refusalOf(clerk, a!.id, signTicket('attachment', { id: a!.id }, new Date(0)))).toBe(
		'attachments.link-expired'
	);
	for (const id of ['../../etc/passwd', "' or 1=1 --", '', newId()]) {
		expect(await refusalOf(clerk, id, signTicket('attachment', { id }, later))).toBe('form.not-found');
	}
});

test('files of a subject nobody registered are read by nobody', async () => {
	const subject = newId();
	await act(data.as(clerk), (a) => attachFile(a, town.communityId, ['unheard-of', subject], file(pdf(), 'a.pdf')));
	const [view] = (await attachmentsOf(data.db, 'unheard-of', [subject], new Date())).get(subject)!;
	expect(await readAttachment(data.as(clerk), view!.id, ticketOf(view!.href))).toMatchObject({ ok: false });
});

test('a removed file is gone, and only by way of the subject it belongs to', async () => {
	const [subject, other] = [newId(), newId()];
	const id = await attach(subject, file(pdf(), 'a.pdf'));
	if (!id.ok) throw new Error(id.refusal.code);
	const remove = (from: string) => act(data.as(clerk), (a) => removeAttachment(a, ['paper', from], id.value));
	const [view] = await listOf(subject);
	expect(await remove(other)).toMatchObject({ ok: false, refusal: { code: 'form.not-found' } });
	expect(await remove(subject)).toMatchObject({ ok: true });
	expect(await listOf(subject)).toEqual([]);
	expect(await readAttachment(data.as(clerk), id.value, ticketOf(view!.href))).toMatchObject({ ok: false });
});

test('a new version has the files of the old one', async () => {
	const [old, next] = [newId(), newId()];
	await attach(old, file(pdf(), 'a.pdf'));
	await act(data.as(clerk), async (a) => {
		await copyAttachments(a, ['paper', old], ['paper', next]);
		return ok();
	});
	const [[a], [b]] = [await listOf(old), await listOf(next)];
	expect(b!.id).not.toBe(a!.id);
	expect(b).toMatchObject({ name: a!.name, sha256: a!.sha256 });
	const read = await readAttachment(data.as(clerk), b!.id, ticketOf(b!.href));
	expect(read.ok && (await bytesOf(read.value.bytes))).toEqual(pdf());
});

test('size, number and an act that fails', async () => {
	const subject = newId();
	const big = file(Buffer.concat([pdf(), Buffer.alloc(20 * 1024 * 1024)]), 'a.pdf');
	expect(await attach(subject, big)).toMatchObject({ refusal: { code: 'attachments.too-large' } });
	expect(await attach(subject, file(Buffer.alloc(0), 'a.pdf'))).toMatchObject({
		refusal: { code: 'attachments.empty' }
	});
	const failed = await act(data.as(clerk), async (a) => {
		await attachFile(a, town.communityId, ['paper', subject], file(pdf(), 'a.pdf'));
		return refuse('form.forbidden');
	});
	expect(failed.ok).toBe(false);
	expect(await listOf(subject)).toEqual([]);
	for (let i = 0; i < 20; i++) expect((await attach(subject, file(pdf(), `${i}.pdf`))).ok).toBe(true);
	expect(await attach(subject, file(pdf(), '21.pdf'))).toMatchObject({ refusal: { code: 'attachments.too-many' } });
});
