import { eq } from 'drizzle-orm';
import { callMeeting } from '../../../../meetings/call-meeting.ts';
import { carryItems } from '../../../../meetings/carry-items.ts';
import { conveneMeeting } from '../../../../meetings/convene-meeting.ts';
import { agendaItem } from '../../../schema/index.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { partyOf } from '../actors.ts';
import { need } from '../../world.ts';
import { told } from '../telling.ts';
import { bringIn, entriesOf, takeBack } from './build-agenda.ts';
import { SharedDocument } from './shared-document.ts';
import { asChair, rowOf, type Event, type Stage } from './stage.ts';

/** From the call to the notice: the parties bring their items in one after the other. */
export function preparation(stage: Stage): Event[] {
	const { world, story, opens } = stage;
	const { calendar } = world;
	const before = (days: number, time: string) =>
		calendar.at(calendar.workday(calendar.dayOf(opens) - days, 'before'), time);
	const from = before(story.called, '10:20');
	const to = story.until === 'collecting' ? calendar.justNow(25) : before(story.convened, '15:40');
	const entries = entriesOf(world, story.agenda, story.key);
	const moment = (i: number) =>
		new Date(from.getTime() + ((to.getTime() - from.getTime()) * (i + 1)) / (entries.length + 2));
	return [
		[from, () => call(stage)],
		...entries.map((entry, i): Event => [moment(i), () => bringIn(stage.agenda!, entry)]),
		...entries
			.filter(({ story: { withdrawn } }) => withdrawn)
			.map((entry): Event => [moment(entries.length), () => takeBack(stage.agenda!, entry)]),
		...(story.carries?.length ? [[moment(entries.length), () => carry(stage)] as const] : []),
		...(story.until === 'collecting' ? [] : [[to, () => convene(stage)] as const])
	];
}

async function call(stage: Stage): Promise<void> {
	const { world, telling, story, opens: startsAt } = stage;
	const idOf = (slot: string) => partyOf(world, FENGLINYUAN.code, slot).id;
	const { kind, title, place } = story;
	const input = { organisationId: idOf(story.for), kind, title, place, startsAt, partyIds: story.parties.map(idOf) };
	stage.id = told(await callMeeting(await asChair(stage), input), `call ${title}`).id;
	stage.agenda = await SharedDocument.join(telling, (await rowOf(stage)).agendaDocumentId!);
}

async function carry(stage: Stage): Promise<void> {
	const { meetings } = stage.world;
	const ids = stage.story.carries!.map(([key, item]) => need(need(meetings, key).items, item));
	told(await carryItems(await asChair(stage), stage.id, ids), `carry items into ${stage.story.title}`);
}

async function convene(stage: Stage): Promise<void> {
	told(await conveneMeeting(await asChair(stage), stage.id), `convene ${stage.story.title}`);
	await readItems(stage);
}

/** The agenda as it was frozen. */
export async function readItems({ telling, id, items }: Stage): Promise<void> {
	const rows = await telling.database.db.select().from(agendaItem).where(eq(agendaItem.meetingId, id));
	for (const row of rows) items.set(row.number, row.id);
}
