import { block } from '#lib/domain/meetings/minutes-document.ts';
import { addMinutesImage } from '../../../../meetings/minutes-images.ts';
import { newId } from '../../../../platform/ids.ts';
import { siteSketch } from '../../site-sketch.ts';
import { need } from '../../world.ts';
import { told } from '../telling.ts';
import { after, type Event, type Stage } from './stage.ts';
import { insertAtEnd } from './write-minutes.ts';
import type { PictureStory } from './story.ts';

/** Pictures that everybody may see once the minutes are disclosed. */
export const pictures = (stage: Stage): Event[] =>
	(stage.story.pictures ?? []).map((one): Event => [after(stage, one[0]), () => putIn(stage, one)]);

async function putIn({ telling, id, minutes, items }: Stage, [, item, by, alt]: PictureStory): Promise<void> {
	const { id: file, ...size } = told(
		await addMinutesImage(await telling.as(by), id, siteSketch(`${alt}.png`)),
		`put ${alt} into the minutes`
	);
	const picture = () => block('image', newId(), { file, alt, open: true, width: size.width, height: size.height });
	await minutes!.write(by, (doc) => insertAtEnd(doc, need(items, item), [picture()]));
}
