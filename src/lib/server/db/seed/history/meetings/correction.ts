import { desc, eq } from 'drizzle-orm';
import { blocksOf, type MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { correctMinutes } from '../../../../meetings/correct-minutes.ts';
import { signMinutes } from '../../../../meetings/sign-minutes.ts';
import { corrigendum } from '../../../schema/index.ts';
import { need } from '../../world.ts';
import { told } from '../telling.ts';
import { asChair, rowOf, type Event, type Stage } from './stage.ts';
import type { CorrigendumStory } from './story.ts';

/** A correction of sealed minutes in the morning, signed in the afternoon. */
export function correction(stage: Stage, story: CorrigendumStory, day: number): Event[] {
	const { calendar } = stage.world;
	return [
		[calendar.at(day, '09:40'), () => issue(stage, story)],
		...story.signedBy.map((by, i): Event => [calendar.at(day, `${14 + i}:20`), () => sign(stage, by)])
	];
}

async function issue(stage: Stage, { words, wrong, right, reason }: CorrigendumStory): Promise<void> {
	const { minutes } = (await rowOf(stage)).sealedContent as unknown as SealedContent;
	const found = blocksOf(minutes as MinutesNode).find(({ text }) => text.startsWith(words));
	if (!found?.text.includes(wrong)) throw new Error(`Nothing to correct in the paragraph that begins with ${words}.`);
	const input = { block: found.id, corrected: found.text.replace(wrong, right), reason };
	told(await correctMinutes(await asChair(stage), stage.id, input), 'correct the minutes');
}

async function sign({ world, telling, id }: Stage, by: string): Promise<void> {
	const [last] = await telling.database.db
		.select({ id: corrigendum.id })
		.from(corrigendum)
		.where(eq(corrigendum.meetingId, id))
		.orderBy(desc(corrigendum.number))
		.limit(1);
	const { party, title: position } = need(world.staff, by);
	const input = { corrigendumId: last!.id, organisationId: party.id, position, stance: 'agree' as const, text: '' };
	told(await signMinutes(await telling.as(by), id, input), `sign the correction as ${by}`);
}
