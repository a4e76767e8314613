import { m } from '#lib/i18n/paraglide/messages.js';

/** States of residencies, ownerships and requests, in a word. */
type State = 'requested' | 'waiting' | 'confirmed' | 'approved' | 'refused' | 'ended';

export function stateText(state: State): string {
	switch (state) {
		case 'requested':
		case 'waiting':
			return m.identity_state_waiting();
		case 'confirmed':
			return m.identity_state_confirmed();
		case 'approved':
			return m.identity_state_approved();
		case 'refused':
			return m.identity_state_refused();
		case 'ended':
			return m.identity_state_ended();
	}
}

export function stateTone(state: State): 'ok' | 'info' | 'late' | 'plain' {
	if (state === 'confirmed' || state === 'approved') return 'ok';
	return state === 'refused' ? 'late' : state === 'ended' ? 'plain' : 'info';
}
