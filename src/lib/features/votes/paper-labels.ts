import type { PaperStanding } from '#lib/domain/votes/paper.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

export function paperState(state: PaperStanding['state']): string {
	return {
		unread: m.votes_paper_state_unread,
		differs: m.votes_paper_state_differs,
		shown: m.votes_paper_state_shown,
		contested: m.votes_paper_state_contested,
		counts: m.votes_paper_state_counts,
		void: m.votes_paper_state_void,
		'set-aside': m.votes_paper_state_set_aside
	}[state]();
}
