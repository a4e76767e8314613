import { scan } from '#lib/domain/disclosure/personal-data.ts';
import { correctDisclosure } from '../../../../disclosure/correct-disclosure.ts';
import { draftDisclosure, editDraft } from '../../../../disclosure/draft-disclosure.ts';
import { loadDisclosure } from '../../../../disclosure/load-disclosure.ts';
import { publishFromSource } from '../../../../disclosure/publish-from-source.ts';
import { publishDisclosure, sendBack } from '../../../../disclosure/review-disclosure.ts';
import { submitForReview } from '../../../../disclosure/submit-for-review.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { need, type World } from '../../world.ts';
import { partyOf } from '../actors.ts';
import { told, type Telling } from '../telling.ts';
import type { CommentStory, SingleStory } from './story.ts';

const MINUTE = 60_000;

/** Something that was published at that moment, for a party, by one who wrote and one who looked. */
export type Publication = { for: string; by: string; review: string; at: Date; comments?: readonly CommentStory[] } & (
	| { source: [type: string, id: string] }
	| (Omit<SingleStory, 'at'> & { period?: string; day?: number; source?: undefined })
);

/** From the draft to the public text, with the way back where there was one. Answers the id of the first version. */
export async function publish(world: World, telling: Telling, one: Publication): Promise<string> {
	const before = (minutes: number) => telling.at(new Date(one.at.getTime() - minutes * MINUTE));
	await before(one.source ? 40 : 150);
	const writer = await telling.as(one.by);
	const id = one.source
		? told(await publishFromSource(writer, one.source), 'begin a disclosure').id
		: await draft(world, telling, one);
	if (!one.source && one.sentBack) {
		await before(120);
		await submit(telling, one, id);
		await before(90);
		told(await sendBack(await telling.as(one.review), id, one.sentBack.reason), 'send a text back');
		await before(60);
		told(await editDraft(writer, id, inputOf(world, one, one.body)), 'write a text anew');
	}
	await before(30);
	await submit(telling, one, id);
	await before(0);
	told(await publishDisclosure(await telling.as(one.review), id), 'publish');
	if (!one.source && one.corrected) await correct(world, telling, one, id);
	return id;
}

async function draft(world: World, telling: Telling, one: Extract<Publication, { title: string }>): Promise<string> {
	const what = one.item ? { catalogueCode: one.item, period: one.period ?? null } : null;
	const organisationId = partyOf(world, FENGLINYUAN.code, one.for).id;
	const input = { ...inputOf(world, one, one.sentBack?.body ?? one.body), organisationId, what };
	const files = one.file ? [csv(one.file, one.table!)] : [];
	const meeting = one.from && need(world.meetings, one.from[0]);
	const from = meeting ? { type: 'meeting', id: meeting.id, block: need(meeting.items, one.from![1]) } : null;
	return told(await draftDisclosure(await telling.as(one.by), input, files, from), `draft ${one.title}`).id;
}

/** What the scan finds is masked, as a careful editor would. */
async function submit(telling: Telling, { by }: Publication, id: string): Promise<void> {
	const { row } = (await loadDisclosure(telling.database.db, id))!;
	const decisions = scan(row).map(({ text }) => ({ text, decision: 'mask', reason: '' }));
	const checked = { basis: 'none', attachmentsChecked: 'yes' } as const;
	told(await submitForReview(await telling.as(by), id, checked, decisions), `submit ${row.title}`);
}

async function correct(world: World, telling: Telling, one: Extract<Publication, { title: string }>, id: string) {
	const { at, note, body } = one.corrected!;
	const moment = world.calendar.at(...at);
	await telling.at(new Date(moment.getTime() - 50 * MINUTE));
	const writer = await telling.as(one.by);
	const next = told(await correctDisclosure(writer, id), 'begin a correction').id;
	told(await editDraft(writer, next, { ...inputOf(world, one, body), correctionNote: note }), 'write a correction');
	await submit(telling, one, next);
	await telling.at(moment);
	told(await publishDisclosure(await telling.as(one.review), next), 'publish a correction');
}

function inputOf({ calendar }: World, one: Extract<Publication, { title: string }>, body: string) {
	return {
		title: one.title,
		body: body.replace(/\{\+(\d+)\}/g, (_, days: string) =>
			spoken(calendar.date((one.day ?? calendar.dayOf(one.at)) + Number(days)))
		),
		table: one.table ?? '',
		pinnedUntil: one.pinned === undefined ? null : calendar.date(one.pinned),
		occurredOn: one.occurred === undefined ? null : calendar.date(one.occurred),
		correctionNote: ''
	};
}

function spoken(date: string): string {
	const [, month, day] = date.split('-').map(Number);
	return `${month}月${day}日`;
}

/** The table as a file that a spreadsheet opens: with the mark at its head by which it knows the encoding. */
const csv = (name: string, table: string): File =>
	new File([`\uFEFF${table.replaceAll('，', ',').replaceAll('\n', '\r\n')}\r\n`], name, { type: 'text/csv' });
