import { fireNextClock } from '../../../../platform/clock-sweep.ts';
import type { World } from '../../world.ts';
import type { Telling } from '../telling.ts';

/** Lets the one clock that is due then do what it does, a second later. */
export async function fire({ db }: World, telling: Telling, due: Date): Promise<void> {
	await telling.at(new Date(due.getTime() + 1_000));
	const outcome = await fireNextClock(db);
	if (outcome !== 'fired') throw new Error(`The demo’s clock of ${due.toISOString()} has ${outcome}.`);
}
