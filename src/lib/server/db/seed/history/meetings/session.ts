import { addLateItem } from '../../../../meetings/add-late-item.ts';
import { checkIn } from '../../../../meetings/check-in.ts';
import { endItem } from '../../../../meetings/end-item.ts';
import { nameVersion } from '../../../../meetings/keep-version.ts';
import { closeSession } from '../../../../meetings/lead-meeting.ts';
import { openSession } from '../../../../meetings/open-session.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { idAt } from '../../ids.ts';
import { need } from '../../world.ts';
import { told } from '../telling.ts';
import { hearing } from './hearing.ts';
import { linkCase } from './link-case.ts';
import { pictures } from './pictures.ts';
import { readItems } from './prepare.ts';
import { remarks } from './remarks.ts';
import { SharedDocument } from './shared-document.ts';
import { after, asChair, rowOf, type Event, type Stage } from './stage.ts';
import { tasks } from './tasks.ts';
import { writeSection } from './write-minutes.ts';

/** From the opening to the close: people come in, several write, what nobody there can settle is raised. */
export function session(stage: Stage): Event[] {
	const { world, story } = stage;
	const { by, late, lasts, raised = [], versions = [] } = story;
	const people = [by, ...story.present.filter((login) => login !== by), ...neighbours(stage)];
	return [
		...(late ? [[after(stage, -90), () => addLate(stage, late)] as const] : []),
		[after(stage, 0), () => open(stage)],
		...people.map((who, i): Event => [after(stage, 1 + (i * 14) / people.length), () => enter(stage, who)]),
		...story.minutes.map(([minute], i): Event => [after(stage, minute), () => write(stage, i)]),
		...pictures(stage),
		...versions.map(([minute, by, name]): Event => [after(stage, minute), () => keep(stage, by, name)]),
		...raised.map(([words, key]): Event => [need(world.cases, key).at, () => linkCase(stage, words, key)]),
		...(story.ended ?? []).map(([minute, item, outcome]): Event => [
			after(stage, minute),
			() => end(stage, item, outcome)
		]),
		...hearing(stage),
		...tasks(stage),
		...remarks(stage),
		...(story.until ? [] : [[after(stage, lasts), () => close(stage)] as const])
	];
}

/** Adults from around the houses, the same each time. */
function neighbours({ world, story }: Stage): string[] {
	const random = world.random.fork(`meetings/${story.key}`);
	const isCast = ({ id }: { id: string }) => need(world.people, id).login !== undefined;
	const homes = need(world.households, FENGLINYUAN.code).filter(({ members }) => !members.some(isCast));
	return random
		.shuffle(homes)
		.slice(0, story.residents)
		.map(({ representative, members }) => (representative ?? members[0]!).id);
}

async function addLate(stage: Stage, late: NonNullable<Stage['story']['late']>): Promise<void> {
	told(await addLateItem(await asChair(stage), stage.id, late), `add ${late.title}`);
	await readItems(stage);
}

async function open(stage: Stage): Promise<void> {
	told(await openSession(await asChair(stage), stage.id), `open ${stage.story.title}`);
	const { minutesDocumentId, checkInCode } = await rowOf(stage);
	stage.doorCode = checkInCode!;
	stage.minutes = await SharedDocument.join(stage.telling, minutesDocumentId!);
}

/** The staff say that they are there, neighbours scan the code at the door. */
async function enter(stage: Stage, who: string): Promise<void> {
	const { telling, id, world } = stage;
	const code = world.staff.has(who) ? undefined : stage.doorCode;
	told(await checkIn(await telling.as(who), id, code), `let ${who} in`);
}

function write(stage: Stage, index: number): Promise<void> {
	const { story, items } = stage;
	const [minute, number, author, text] = story.minutes[index]!;
	let blocks = 0;
	const newId = () => idAt(after(stage, minute), `block/${story.key}/${index}/${blocks++}`);
	return writeSection(stage.minutes!, need(items, number), author, dated(stage, text), newId);
}

/** `{+9}`: the date nine days after the meeting, as people say it. */
function dated({ world: { calendar }, opens }: Stage, text: string): string {
	return text.replace(/\{\+(\d+)\}/g, (_, days: string) => {
		const [, month, date] = calendar
			.date(calendar.dayOf(opens) + Number(days))
			.split('-')
			.map(Number);
		return `${month}月${date}日`;
	});
}

async function keep({ telling, id }: Stage, by: string, name: string): Promise<void> {
	told(await nameVersion(await telling.as(by), id, name), `keep ${name}`);
}

async function end(stage: Stage, item: string, outcome: 'settled' | 'carried'): Promise<void> {
	const itemId = need(stage.items, item);
	told(await endItem(await asChair(stage), stage.id, { itemId, outcome, together: true }), `end item ${item}`);
}

async function close(stage: Stage): Promise<void> {
	told(await closeSession(await asChair(stage), stage.id), `close ${stage.story.title}`);
}
