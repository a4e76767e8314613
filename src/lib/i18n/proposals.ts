import type { ProposalState } from '#lib/domain/proposals/proposal.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** How far a proposal is, in a word. */
export function proposalTag(state: ProposalState): { text: string; tone: 'ok' | 'due' | 'info' | 'plain' } {
	switch (state) {
		case 'gathering':
			return { text: m.proposals_state_gathering(), tone: 'info' };
		case 'ready':
			return { text: m.proposals_state_ready(), tone: 'due' };
		case 'on-agenda':
			return { text: m.proposals_state_on_agenda(), tone: 'ok' };
		case 'declined':
			return { text: m.proposals_state_declined(), tone: 'plain' };
		case 'withdrawn':
			return { text: m.proposals_state_withdrawn(), tone: 'plain' };
		case 'lapsed':
			return { text: m.proposals_state_lapsed(), tone: 'plain' };
		default:
			return state satisfies never;
	}
}
