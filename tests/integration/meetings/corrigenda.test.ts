import { beforeAll, beforeEach, expect, it } from 'vitest';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import {
	correctMinutes,
	corrigendaOf,
	corrigendumContent,
	minutesToExport,
	signMinutes
} from '#lib/server/meetings/index.ts';
import { meetingsWaiting } from '#lib/server/meetings/waiting.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { meetingInSession, meetingRow, sealNow } from '../../support/meetings.ts';

const test = useDatabase();
let town: Town;
let convener: Person, property: Person;
let id: string;
const CORRECTION = { block: 'p1', corrected: '3号楼西侧消防通道被占。', reason: '漏了位置' };

beforeAll(async () => {
	town = await plantCommunity(test);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'recorder', 'delegate']);
	property = await town.appoint('钱经理', 'property-company', ['delegate', 'recorder']);
});
beforeEach(async () => {
	id = await meetingInSession(test, town, convener, ['3号楼消防通道被占。', '联系人13800138000。']);
});

const correct = (actor: Person, change: Partial<typeof CORRECTION> = {}) =>
	correctMinutes(test.as(actor), id, { ...CORRECTION, ...change });

it('corrects sealed minutes alone, and a paragraph that is there', async () => {
	expect(await correct(convener)).toMatchObject({ refusal: { code: 'form.forbidden' } });
	await sealNow(test, convener, id);
	expect(await correct(property)).toMatchObject({ refusal: { code: 'form.forbidden' } });
	expect(await correct(convener, { block: 'gone' })).toMatchObject({ refusal: { code: 'meetings.block-missing' } });
	expect(await correct(convener, { corrected: '3号楼消防通道被占。' })).toMatchObject({
		refusal: { code: 'meetings.corrected-same' }
	});
	expect((await correct(convener)).ok).toBe(true);
});

it('leaves the sealed text as it is, and binds each correction to it and to the one before', async () => {
	await sealNow(test, convener, id);
	const before = await meetingRow(test, id);
	const [first, second] = await Promise.all([correct(convener), correct(convener, { corrected: '另一处更正' })]);
	expect([first, second].map((one) => one.ok && one.value.number).toSorted()).toEqual([1, 2]);
	const after = await meetingRow(test, id);
	expect([after.sealedHash, after.sealedContent]).toEqual([before.sealedHash, before.sealedContent]);

	const contents = await Promise.all([1, 2].map((number) => corrigendumContent(test.as(convener), id, number)));
	const [one, two] = contents.map((content) => (content.ok ? content.value : undefined));
	expect([one!.minutes, one!.previous]).toEqual([before.sealedHash, null]);
	expect(two!.previous).toBe(canonicalHash(one));
	const shown = await corrigendaOf(test.as(convener), id);
	expect(shown.map((corrigendum) => corrigendum.hash)).toEqual([canonicalHash(one), canonicalHash(two)]);
	await expect(test.sql`update corrigendum set corrected = '' where meeting_id = ${id}`).rejects.toThrow(/immutable/);
});

it('is signed by each party once, and waits for those who have not', async () => {
	await sealNow(test, convener, id);
	const company = town.parties['property-company'];
	const input = { organisationId: company, position: '经理', stance: 'agree' as const, text: '' };
	await signMinutes(test.as(property), id, input);
	const waiting = async () => (await meetingsWaiting(test.as(property))).filter(({ href }) => href.includes(id)).length;
	expect(await waiting()).toBe(0);
	await correct(convener);
	expect(await waiting()).toBe(1);
	const [{ id: corrigendumId } = { id: '' }] = await corrigendaOf(test.as(property), id);
	const sign = () => signMinutes(test.as(property), id, { ...input, corrigendumId });
	const both = await Promise.all([sign(), sign()]);
	expect(both.map((one) => (one.ok ? 'signed' : one.refusal.code)).toSorted()).toEqual([
		'meetings.signed-already',
		'signed'
	]);
	expect(await waiting()).toBe(0);
	const [shown] = await corrigendaOf(test.as(convener), id);
	expect(shown!.parties.find((party) => party.id === company)?.signature?.stance).toBe('agree');
	const other = await meetingInSession(test, town, convener);
	await sealNow(test, convener, other);
	expect(await signMinutes(test.as(convener), other, { ...input, corrigendumId })).toMatchObject({ ok: false });
});

it('stands in every copy, and hides personal data from others than those who were there', async () => {
	await sealNow(test, convener, id);
	await correct(convener, { block: 'p2', corrected: '联系人13900139000。' });
	const exported = await minutesToExport(test.as(property), id);
	expect(exported.ok && exported.value.corrigenda.map((one) => one.corrected)).toEqual(['联系人13900139000。']);
	expect(await corrigendaOf(test.as(null), id)).toEqual([]);
	await test.sql`update meeting set state = 'disclosed' where id = ${id}`;
	const [shown] = await corrigendaOf(test.as(null), id);
	expect(JSON.stringify(shown)).not.toMatch(/13[89]00/);
	expect(await corrigendumContent(test.as(null), id, 1)).toMatchObject({ ok: false });
});
