import { ok, refuse, type Result } from '../shared/result.ts';
import type { Decided, Finding } from './personal-data.ts';

/** What an editor said about one finding; the order is that of the scan. */
export interface Decision {
	text: string;
	decision: string;
	reason: string;
}

/**
 * Puts what the editor decided beside what the scan has found now. Every finding must be masked, or kept with a reason.
 * Refusals, with the field of the finding: `disclosure.finding-undecided`, `disclosure.finding-reason-missing`.
 */
export function decide(findings: readonly Finding[], said: readonly Decision[]): Result<Decided[]> {
	const decided: Decided[] = [];
	for (const [i, { kind, text, masked }] of findings.entries()) {
		const { decision, reason } = said.find((one) => one.text === text) ?? { decision: '', reason: '' };
		if (decision !== 'mask' && decision !== 'keep') {
			return refuse('disclosure.finding-undecided', { field: `decision-${i}` });
		}
		if (decision === 'keep' && !reason.trim()) {
			return refuse('disclosure.finding-reason-missing', { field: `reason-${i}` });
		}
		const kept = decision === 'keep' ? { reason: reason.trim().slice(0, 200) } : {};
		decided.push({ kind, text, masked, decision, ...kept });
	}
	return ok(decided);
}

/** Findings about which nobody has decided that they may stay. */
export const undecided = (findings: readonly Finding[], decided: readonly Decided[]): Finding[] =>
	findings.filter(
		({ kind, text }) => !decided.some((one) => one.kind === kind && one.text === text && one.decision === 'keep')
	);
