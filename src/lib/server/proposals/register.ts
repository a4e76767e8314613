import { onCommentsOf } from '../comments/index.ts';
import { onPlace } from '../links/index.ts';
import { onAgendaSettled } from '../meetings/index.ts';
import { onTopic } from '../platform/topics.ts';
import { onOwn, onWaiting } from '../platform/waiting.ts';
import { agendaSettled } from './agenda-settled.ts';
import { registerProposalClocks } from './clocks.ts';
import { loadProposal } from './load-proposal.ts';
import { ownProposals, proposalsWaiting } from './waiting.ts';

/** Fills the platform's registries for this area. Called once a process. */
export function registerProposals(): void {
	registerProposalClocks();
	onAgendaSettled(agendaSettled);
	onWaiting('proposals', proposalsWaiting);
	onOwn('proposals', ownProposals);
	onPlace('proposal', {
		find: () => Promise.resolve(null),
		describe: async (db, _, id) => {
			const loaded = await loadProposal(db, id);
			if (!loaded) return null;
			return { name: loaded.row.title, href: `/c/${loaded.facts.communityCode}/proposals/${id}`, part: null };
		}
	});
	onCommentsOf('proposal', async (db, _, id) => {
		const loaded = await loadProposal(db, id);
		if (!loaded) return undefined;
		const { row, facts } = loaded;
		return {
			areaId: row.communityId,
			communityCode: facts.communityCode,
			readable: true,
			open: row.state !== 'withdrawn',
			title: row.title,
			href: `/c/${facts.communityCode}/proposals/${id}`,
			answerableIds: [row.authorId]
		};
	});
	onTopic('proposal', async (ctx, id) => !!(await loadProposal(ctx.database.db, id)));
}
