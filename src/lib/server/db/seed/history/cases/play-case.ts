import { actsFor, mayDo, mayReport } from '#lib/domain/cases/cases.policy.ts';
import type { Category } from '#lib/domain/cases/categories.ts';
import { warningsOf } from '#lib/domain/cases/clocks.ts';
import type { CaseCommand } from '#lib/domain/cases/commands.ts';
import { historyOf, type CaseEntry } from '#lib/domain/cases/entry.ts';
import { transition, type Transition } from '#lib/domain/cases/transitions.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { OFFICE } from '#lib/domain/shared/working-time.ts';
import { toldOf } from '../../../../cases/tell.ts';
import { stepOf } from '../../../../cases/write-transition.ts';
import { idAt } from '../../ids.ts';
import type { World } from '../../world.ts';
import { commandOf } from './command-of.ts';
import { draftCase, reportedAt } from './draft-case.ts';
import type { PlayedCase } from './played-case.ts';
import type { CaseStory, When } from './story.ts';
import { recipientsOf, whoActs } from './who-acts.ts';

export interface Stage {
	world: World;
	categories: ReadonlyMap<string, Category>;
	/** Cases told so far, by the key of their story. */
	cases: Map<string, PlayedCase>;
	/** The person of that id as policies see them. */
	actor: (personId: string) => Person;
}

/**
 * Tells a case by the very rules the portal has: every step asks the policy and goes through the table of transitions,
 * every clock that runs out in between fires. A story that the rules refuse is a mistake in the demo, and thrown.
 */
export function playCase(stage: Stage, story: CaseStory): PlayedCase {
	const { world } = stage;
	const played = draftCase(stage, story);
	const submittedAt = reportedAt(world, story);
	demand(story, mayReport(played.reporter, played.facts.communityCode));
	const submit = { act: 'submit', numbersShown: true, text: story.description, placed: true } as const;
	take(stage, played, submit, submittedAt, played.reporter);
	for (const [when, part, told] of story.steps) {
		const at = momentOf(world, played, when);
		runClocks(stage, played, at);
		const actorId = whoActs(world, played.facts, part, told);
		const actor = actorId === null ? null : stage.actor(actorId);
		const command = commandOf(world, played, told, actorId, { ...stage, at });
		if (command.act !== 'follow') demand(story, mayDo(actor, command.act as 'accept', played.facts), command.act);
		take(stage, played, command, at, actor);
	}
	runClocks(stage, played, world.calendar.justNow());
	const expected = story.ends ?? 'closed';
	if (played.facts.state !== expected)
		throw new Error(`Case ${story.key} ends ${played.facts.state}, not ${expected}.`);
	stage.cases.set(story.key, played);
	return played;
}

function momentOf({ calendar }: World, { clocks, entries, story }: PlayedCase, when: When): Date {
	const [, sign, minutes] = /^(sign\+|now-)(\d+)$/.exec(when) ?? [];
	if (sign === 'now-') return calendar.justNow(Number(minutes));
	if (sign) {
		const clock = clocks.find(({ kind, firedAt, cancelledAt }) => kind === 'sign' && !firedAt && !cancelledAt);
		if (!clock) throw new Error(`Case ${story.key}: nobody has to sign.`);
		return new Date(clock.dueAt.getTime() + Number(minutes) * 60_000);
	}
	const [days, time] = when.slice(1).split(' ');
	const from = when.startsWith('>') ? entries.at(-1)!.at : entries[0]!.at;
	return calendar.at(calendar.dayOf(from) + Number(days), time);
}

function demand(story: CaseStory, result: Result<unknown>, act = ''): void {
	if (!result.ok) throw new Error(`Case ${story.key}: ${act} is refused as ${result.refusal.code}.`);
}

/** Fires what runs out before `until`, in order, a second after it was due. */
function runClocks(stage: Stage, played: PlayedCase, until: Date): void {
	for (;;) {
		const due = played.clocks
			.filter(({ firedAt, cancelledAt, dueAt }) => !firedAt && !cancelledAt && dueAt < until)
			.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
		if (!due) return;
		const firedAt = new Date(due.dueAt.getTime() + 1_000);
		due.firedAt = firedAt;
		if (due.kind.startsWith('warn:')) continue;
		take(stage, played, { act: 'expire', clock: due.kind as 'level', dueAt: due.dueAt }, firedAt, null);
	}
}

function take(stage: Stage, played: PlayedCase, command: CaseCommand, at: Date, actor: Person | null): void {
	const before = played.facts;
	const moved = transition(before, command, at);
	if (!moved.ok) {
		if (command.act === 'expire') return;
		throw new Error(
			`Case ${played.story.key}: ${command.act} at ${at.toISOString()} is refused as ${moved.refusal.code}.`
		);
	}
	const { after, entry, tell } = moved.value;
	const self = command.act === 'submit' || command.act === 'follow' || command.act === 'expire' || !actor;
	const organisationId =
		command.act === 'submit' ? played.reporterOrganisationId : self ? null : actsFor(actor, command.act, before);
	const seq = played.entries.length;
	const id = idAt(at, `case-entry/${played.story.key}/${seq}`);
	played.entries.push({ ...entry, id, caseId: played.id, seq, actorId: actor?.personId ?? null, organisationId, at });
	if (command.act === 'finish') {
		played.result = entry.reason;
		if (before.category.physical) played.photos.push({ at, by: actor!.personId, seq });
	}
	played.step = { ...played.step, ...stepOf(before, after) };
	played.facts = { ...after, history: historyOf(played.entries as CaseEntry[]) };
	moveClocks(played, moved.value, at);
	moveWhistles(played, moved.value, at, actor);
	const personIds = [...new Set(tell.flatMap((recipient) => recipientsOf(stage.world, after, recipient)))];
	played.told.push({
		at,
		kind: `case-${toldOf(moved.value)}`,
		personIds: personIds.filter((one) => one !== actor?.personId)
	});
}

function moveClocks(played: PlayedCase, { clocks }: Transition, at: Date): void {
	const gone = new Set<string>([...clocks.cancel, ...clocks.set.map(({ kind }) => kind)]);
	for (const row of played.clocks) {
		const kind = row.kind.replace(/^warn:(.*):\d+$/, '$1');
		if (gone.has(kind) && !row.firedAt && !row.cancelledAt) row.cancelledAt = at;
	}
	const subject = { subjectType: 'case', subjectId: played.id, createdAt: at };
	for (const clock of clocks.set) {
		const { kind, startedAt, dueAt, limit, provisional } = clock;
		played.clocks.push({ ...subject, kind, dueAt, data: { startedAt: startedAt.toISOString(), limit, provisional } });
		for (const { warning, at: due } of warningsOf(clock, OFFICE))
			if (due.at > at && due.at < dueAt)
				played.clocks.push({ ...subject, kind: `warn:${kind}:${warning}`, dueAt: due.at, data: {} });
	}
}

function moveWhistles(played: PlayedCase, { clocks, entry }: Transition, at: Date, actor: Person | null): void {
	if (entry.command === 'whistle')
		for (const { kind, dueAt } of clocks.set) {
			const organisationId = kind.slice('report-in:'.length);
			const id = idAt(at, `whistle/${played.story.key}/${played.whistles.length}`);
			played.whistles.push({ id, caseId: played.id, organisationId, dueAt });
		}
	const called = played.whistles.find(({ organisationId }) => organisationId === entry.data.department);
	if (entry.command === 'report-in' && called) Object.assign(called, { reportedAt: at, reportedBy: actor?.personId });
}
