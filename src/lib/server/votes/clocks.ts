import { rollHashOf } from '#lib/domain/votes/record.ts';
import { SMALLEST_SECRET_ROLL } from '#lib/domain/votes/secret-record.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Act } from '../platform/act.ts';
import { onClock, setClock, type DueClock } from '../platform/clocks.ts';
import { closeSecretVote, sealWhenCounted } from './close-secret-vote.ts';
import { endEarly } from './cancel-vote.ts';
import { hasQuorum } from './count-vote.ts';
import { endOf, loadVote, step, type VoteRow } from './load-vote.ts';
import { publishSecretWhenReady } from './publish-secret-vote.ts';
import { publishWhenCounted } from './publish-when-counted.ts';
import { correctRoll } from './correct-roll.ts';
import { rollLines } from './roll.ts';
import { tellVoters } from './tell-voters.ts';

const HOUR = 3_600_000;

/** Votes open and end by themselves: on time, or as soon as the process is up again, once each. */
export function registerVoteClocks(): void {
	onClock('vote', 'opening', openVote);
	onClock('vote', 'end', endVote);
	onClock('vote', 'publication', publishVote);
}

/**
 * Freezes the roll as it is now and lets casting begin. A vote that was cancelled meanwhile stays as it is; a secret one
 * whose roll has fallen below the least that hides anybody is cancelled, with the reason.
 */
async function openVote(a: Act, due: DueClock): Promise<void> {
	const row = await lockedIn(a, due, 'announced');
	if (!row) return;
	const { entries, corrections } = await correctRoll(a, row);
	if (row.secrecy === 'secret' && entries < SMALLEST_SECRET_ROLL) {
		const ended = await endEarly(a, row, 'cancel', m.votes_secret_roll_too_small({ entries }, { locale: 'zh-CN' }));
		if (!ended.ok) throw new Error(`a vote that cannot be secret was not cancelled: ${ended.refusal.code}`);
		return;
	}
	const rollHash = rollHashOf(await rollLines(a.db, row.id));
	must(await step(a, row, 'open', { rollHash, openedAt: a.now }, { rollHash, entries, corrections }));
	await tellVoters(a, row, 'opened');
	await setClock(a, ['vote', row.id], 'end', row.closesAt);
}

/**
 * Ends casting. Where it was announced beforehand and participation fails, the end moves once; else ballots cast online
 * are counted and published at once; paper waits for those who read it, secret ballots for those who sign off.
 */
async function endVote(a: Act, due: DueClock): Promise<void> {
	const row = await lockedIn(a, due, 'open');
	if (!row) return;
	if (row.extensionHours && !row.extendedTo && !(await hasQuorum(a.db, row))) {
		const extendedTo = new Date(row.closesAt.getTime() + row.extensionHours * HOUR);
		must(await step(a, row, 'extend', { extendedTo }, { extendedTo: extendedTo.toISOString() }));
		await tellVoters(a, row, 'extended');
		await setClock(a, ['vote', row.id], 'end', extendedTo);
		return;
	}
	const closed = must(await step(a, row, 'close', { closedAt: endOf(row) }));
	if (closed.secrecy === 'secret') {
		await closeSecretVote(a, closed);
		await sealWhenCounted(a, closed);
		return;
	}
	await publishWhenCounted(a, closed);
}

/** The time for signing off is over, or that to contest paper: published with what is there. */
async function publishVote(a: Act, due: DueClock): Promise<void> {
	const row = await lockedIn(a, due, 'counting');
	if (row) await (row.secrecy === 'secret' ? publishSecretWhenReady : publishWhenCounted)(a, row);
}

/** The vote's row, locked: casts under way are waited for. Null where the clock is stale. */
async function lockedIn(a: Act, due: DueClock, state: VoteRow['state']): Promise<VoteRow | null> {
	const loaded = await loadVote(a.db, null, due.subjectId, { lock: true });
	return loaded?.row.state === state ? loaded.row : null;
}

function must(result: Awaited<ReturnType<typeof step>>): VoteRow {
	if (!result.ok) throw new Error(`a vote's clock was refused: ${result.refusal.code}`);
	return result.value;
}
