import { eq } from 'drizzle-orm';
import { inForce, PRESETS } from '#lib/domain/votes/presets.ts';
import { announceVote } from '../../../../votes/announce-vote.ts';
import { draftVote } from '../../../../votes/draft-vote.ts';
import { answerObjection, objectToVote } from '../../../../votes/objections.ts';
import { readDocument } from '../../../../platform/documents/index.ts';
import { meeting, voteObjection } from '../../../schema/index.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { need, type World } from '../../world.ts';
import { partyOf } from '../actors.ts';
import { paragraphOf } from '../meetings/write-minutes.ts';
import { told, type Telling } from '../telling.ts';
import type { Moment, VoteStory } from './story.ts';

/** Draft, announcement, and what somebody has against the roll while it lies open. Answers the vote's id. */
export async function announcement(world: World, telling: Telling, story: VoteStory): Promise<string> {
	const { calendar } = world;
	const convener = await telling.as(story.by);
	const inOffice = ([day, time]: Moment) => calendar.at(calendar.workday(day, 'after'), time);
	await telling.at(inOffice(story.drafted));
	const { id } = told(
		await draftVote(convener, { ...inputOf(world, story), ...(await placeOf(world, story)) }),
		`draft ${story.title}`
	);
	await telling.at(inOffice(story.announced));
	told(await announceVote(convener, id), `announce ${story.title}`);
	if (story.objection) {
		const { at, by, body, answered, answer } = story.objection;
		await telling.at(calendar.at(...at));
		told(await objectToVote(await telling.as(by), id, body), `object to ${story.title}`);
		await telling.at(calendar.at(...answered));
		const [found] = await world.db.select().from(voteObjection).where(eq(voteObjection.voteId, id));
		told(await answerObjection(convener, id, { objectionId: found!.id, answer }), 'answer an objection to the roll');
	}
	return id;
}

function inputOf(world: World, story: VoteStory) {
	const { calendar } = world;
	return {
		organisationId: partyOf(world, FENGLINYUAN.code, story.for).id,
		preset: presetOn(calendar.date(calendar.workday(story.drafted[0], 'after')), story.rule),
		scope: scopeOf(world, story.scope),
		title: story.title,
		question: story.question,
		background: story.background,
		opensAt: calendar.at(...story.opens),
		closesAt: calendar.at(...story.closes),
		extensionHours: story.extensionHours ?? null,
		secrecy: story.secrecy ?? ('open' as const),
		paper: story.paper !== undefined,
		...(story.proxyCap && { proxyCap: story.proxyCap })
	};
}

/** The item of a meeting that it comes from, or the paragraph. */
async function placeOf({ meetings, db }: World, { from, fromWords }: VoteStory) {
	if (!from) return { meetingId: null, agendaItemId: null };
	const { id: meetingId, items } = need(meetings, from[0]);
	if (!fromWords) return { meetingId, agendaItemId: need(items, from[1]) };
	const [row] = await db.select({ id: meeting.minutesDocumentId }).from(meeting).where(eq(meeting.id, meetingId));
	const { doc } = (await readDocument(db, row!.id!))!;
	return { meetingId, agendaItemId: null, block: paragraphOf(doc, fromWords) };
}

/** The preset of that rule whose law was in force on the day. */
function presetOn(day: string, rule: VoteStory['rule']): string {
	const wanted = rule === 'residents' ? ['residents-meeting', 'residents-meeting-2026'] : [rule];
	return PRESETS.find((preset) => wanted.includes(preset.id) && inForce(preset, day))!.id;
}

function scopeOf(world: World, scope: VoteStory['scope']) {
	const { propertyAreas, buildings } = need(world.grounds, FENGLINYUAN.code);
	if (scope === 'community') return { kind: 'community' as const, id: null };
	if ('propertyArea' in scope) return { kind: 'property-area' as const, id: propertyAreas[scope.propertyArea]!.id };
	return { kind: 'building' as const, id: buildings.find(({ name }) => name === scope.building)!.id };
}
