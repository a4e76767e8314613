import { and, eq } from 'drizzle-orm';
import { askForFloor, giveFloor, leaveFloor } from '../../../../meetings/hearing-floor.ts';
import { answerQuestion, askQuestion, sayPosition } from '../../../../meetings/hearing-questions.ts';
import { speech } from '../../../schema/index.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { need } from '../../world.ts';
import { partyOf } from '../actors.ts';
import { told } from '../telling.ts';
import { after, asChair, type Event, type Stage } from './stage.ts';
import type { HearingStory } from './story.ts';

/** At a hearing the chair gives the floor to one after the other, questions are answered, and each party says where it stands. */
export function hearing(stage: Stage): Event[] {
	const heard = stage.story.hearing;
	if (!heard) return [];
	const { lasts } = stage.story;
	return [
		...heard.floor.flatMap(([minute, by, planned, had]): Event[] => [
			[after(stage, minute - 1), () => ask(stage, by)],
			[after(stage, minute), () => give(stage, by, planned)],
			[after(stage, minute + had), () => leave(stage, by)]
		]),
		...heard.questions.map((one): Event => [after(stage, one.minute), () => question(stage, one)]),
		...heard.positions.map(([by, ...said], i): Event => [
			after(stage, lasts - 8 + i),
			() => position(stage, by, ...said)
		])
	];
}

async function ask({ telling, id }: Stage, by: string): Promise<void> {
	told(await askForFloor(await telling.as(by), id), `ask for the floor as ${by}`);
}

async function turnOf({ telling, id }: Stage, by: string, state: 'asked' | 'speaking'): Promise<string> {
	const { actor } = await telling.as(by);
	const turn = and(eq(speech.meetingId, id), eq(speech.personId, actor!.personId), eq(speech.state, state));
	const [found] = await telling.database.db.select({ id: speech.id }).from(speech).where(turn);
	return found!.id;
}

async function give(stage: Stage, by: string, minutes: number): Promise<void> {
	const speechId = await turnOf(stage, by, 'asked');
	told(await giveFloor(await asChair(stage), stage.id, { speechId, minutes }), `give ${by} the floor`);
}

async function leave(stage: Stage, by: string): Promise<void> {
	const speechId = await turnOf(stage, by, 'speaking');
	told(await leaveFloor(await stage.telling.as(by), stage.id, speechId), `leave the floor as ${by}`);
}

async function question(stage: Stage, one: HearingStory['questions'][number]): Promise<void> {
	const { telling, world, id, items } = stage;
	const organisationId = partyOf(world, FENGLINYUAN.code, one.to).id;
	const input = { itemId: need(items, one.item), organisationId, question: one.question };
	const asked = told(await askQuestion(await telling.as(one.by), id, input), `ask as ${one.by}`);
	told(await answerQuestion(await telling.as(one.answeredBy), id, asked.id, one.answer), `answer ${one.by}`);
}

async function position(stage: Stage, by: string, stance: 'for' | 'against' | 'conditions', body: string) {
	const organisationId = need(stage.world.staff, by).party.id;
	const said = { organisationId, stance, position: body };
	told(await sayPosition(await stage.telling.as(by), stage.id, said), `say where ${by} stands`);
}
