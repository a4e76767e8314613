import { supportProposal, writeProposal } from '../../../../proposals/index.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { PROPOSALS } from '../../data/proposals.ts';
import { need, type World } from '../../world.ts';
import { told, type Telling } from '../telling.ts';

const HOURS = 3_600_000;

/** Proposals that gather support or wait for an answer: written and supported by the portal's use-cases. */
export async function tellProposals(world: World, telling: Telling): Promise<void> {
	const { code } = FENGLINYUAN;
	const community = { id: need(world.areas, code).id, code };
	for (const { by, at, supporters, ...words } of PROPOSALS) {
		const written = world.calendar.at(...at);
		await telling.at(written);
		const id = told(await writeProposal(await telling.as(by), community, words), `propose as ${by}`);
		for (const [i, who] of supporters.entries()) {
			await telling.at(new Date(written.getTime() + (i + 1) * 5 * HOURS));
			told(await supportProposal(await telling.as(who), id), `support as ${who}`);
		}
	}
}
