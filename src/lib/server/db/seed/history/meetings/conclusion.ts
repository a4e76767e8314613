import { and, eq, isNull } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import { startReview } from '../../../../meetings/lead-meeting.ts';
import { answerObjection, objectToMinutes } from '../../../../meetings/object-to-minutes.ts';
import { endDisclosureTerm } from '../../../../meetings/disclosure-term.ts';
import { sealMinutes } from '../../../../meetings/seal-minutes.ts';
import { signMinutes } from '../../../../meetings/sign-minutes.ts';
import { begin } from '../../../../platform/act.ts';
import { readDocument } from '../../../../platform/documents/index.ts';
import { objection } from '../../../schema/index.ts';
import { need } from '../../world.ts';
import { told } from '../telling.ts';
import { correction } from './correction.ts';
import { asChair, MINUTE, rowOf, type Event, type Stage } from './stage.ts';
import type { ObjectionStory, SignatureStory } from './story.ts';
import { paragraphOf } from './write-minutes.ts';

/** Review, objections with their answers, seal and signatures, in office hours. */
export function conclusion(stage: Stage): Event[] {
	const { world, story, opens } = stage;
	const { calendar } = world;
	const reviewed = calendar.workday(calendar.dayOf(opens) + 1, 'after');
	const sealed = calendar.workday(reviewed + KIND_RULES[story.kind].reviewDays, 'after');
	return [
		[calendar.at(reviewed, '10:30'), () => review(stage)],
		...(story.objections ?? []).flatMap((one, i): Event[] => {
			const at = calendar.at(reviewed, `14:${10 + i * 12}`);
			return [
				[at, () => object(stage, one)],
				[new Date(at.getTime() + 95 * MINUTE), () => answer(stage, one)]
			];
		}),
		[calendar.at(sealed, '10:40'), () => seal(stage)],
		...story.signatures.map((one, i): Event => {
			// in the office, but within the term: on the Friday rather than the Monday
			const day = calendar.workday(sealed + one.after, 'before');
			return [calendar.at(day, `${14 + (i % 4)}:${10 + 7 * (i % 6)}`), () => sign(stage, one)];
		}),
		...(story.corrigenda ?? []).flatMap((one) => correction(stage, one, calendar.workday(sealed + one.after, 'after')))
	];
}

async function review(stage: Stage): Promise<void> {
	told(await startReview(await asChair(stage), stage.id), 'put the minutes before those who came');
}

async function object(stage: Stage, { by, words, body }: ObjectionStory): Promise<void> {
	const { doc } = (await readDocument(stage.telling.database.db, (await rowOf(stage)).minutesDocumentId!))!;
	const input = { block: paragraphOf(doc, words), body };
	told(await objectToMinutes(await stage.telling.as(by), stage.id, input), `object as ${by}`);
}

async function answer(stage: Stage, { body, accepted, answer: words }: ObjectionStory): Promise<void> {
	const open = and(eq(objection.meetingId, stage.id), eq(objection.body, body), isNull(objection.answeredAt));
	const [found] = await stage.telling.database.db.select().from(objection).where(open);
	const input = { objectionId: found!.id, accepted, answer: words };
	told(await answerObjection(await asChair(stage), stage.id, input), 'answer an objection');
}

async function seal(stage: Stage): Promise<void> {
	told(await sealMinutes(await asChair(stage), stage.id), `seal ${stage.story.title}`);
	// the demo publishes all its minutes in time, and tells so after the meetings
	await endDisclosureTerm(await begin(stage.telling.database.db, null), stage.id);
}

async function sign({ world, telling, id }: Stage, one: SignatureStory): Promise<void> {
	const { by, stance = 'agree' as const, text = '' } = one;
	const { party, title: position } = need(world.staff, by);
	told(await signMinutes(await telling.as(by), id, { organisationId: party.id, position, stance, text }), `sign ${by}`);
}
