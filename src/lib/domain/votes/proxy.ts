import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { VoteState } from './life.ts';
import type { Secrecy } from './manifest.ts';
import type { Rule } from './rule.ts';

/** How many entries one agent may act for, where the convener allows proxies and says nothing else. */
export const USUAL_PROXY_CAP = 3;

interface ProxyVote {
	secrecy: Secrecy;
	state: VoteState;
	rule: Pick<Rule, 'proxyCap'>;
}

/** Does the vote know proxies at all? A secret one never: its ballots are drawn, each entry's own. */
const knowsProxies = ({ secrecy, rule }: ProxyVote): boolean => secrecy !== 'secret' && rule.proxyCap !== 0;

/**
 * Proxies are given while casting goes on: the roll is made anew at the opening, and they hang on its entries. Refusals:
 * `votes.takes-no-proxies`, `votes.not-open-yet`, `votes.closed`.
 */
export function mayGiveProxies(vote: ProxyVote, now: Date, end: Date): Result {
	if (!knowsProxies(vote)) return refuse('votes.takes-no-proxies');
	if (vote.state === 'draft' || vote.state === 'announced') return refuse('votes.not-open-yet');
	return vote.state === 'open' && now < end ? ok() : refuse('votes.closed');
}

/** May an agent take on one more entry? The cap counts all that were ever given, so that none are collected in turn. */
export function withinCap(cap: number | null, held: number): Result {
	return cap === null || held < cap ? ok() : refuse('votes.proxy-cap', { field: 'agentName', params: { cap: cap! } });
}

/** The authorisation in writing, as it is shown before it is given and kept afterwards. */
export function proxyStatement(of: { principal: string; entry: string; agent: string; title: string }): string {
	return (
		`本人${of.principal}（${of.entry}）委托${of.agent}就“${of.title}”代为投票，按受托人的判断表态。` +
		'委托自提交时起，到投票截止为止；本人投票或者撤回，委托即告终止。'
	);
}
