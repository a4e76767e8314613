import { days } from '#lib/domain/shared/working-time.ts';
import { clockOf, lower } from '../case.ts';
import { extendClock, levelLimit, startClock } from '../clocks.ts';
import * as does from '../effects.ts';
import * as must from '../guards.ts';
import { CLASS_LIMITS } from '../limits.ts';
import type { Rows } from '../row.ts';

/** While it is being worked on: waiting, extensions, the way up and down, whistles, on account. */
export const WORK: Rows<
	| 'ask-reporter'
	| 'reply'
	| 'ask-extension'
	| 'grant-extension'
	| 'decline-extension'
	| 'escalate'
	| 'press'
	| 'whistle'
	| 'report-in'
	| 'send-down'
	| 'put-on-account'
	| 'resume'
> = {
	'ask-reporter': {
		from: ['handling'],
		to: 'waiting-reporter',
		who: 'unit',
		guard: must.mayAskReporter,
		check: (_, { question, days: n }) => must.first(must.waitInLimit(n), must.said(question, 'question')),
		change: (c, _, now, regime) => does.stopLevel(c, now, regime),
		stop: () => ['level'],
		start: (_, { days: n }, now, regime) => [startClock('reply', now, days(n), regime)],
		tell: ['reporter']
	},
	reply: {
		from: ['waiting-reporter'],
		to: 'handling',
		who: 'reporter',
		check: (_, { answer }) => must.said(answer, 'answer'),
		change: () => ({ stopped: null }),
		stop: () => ['reply'],
		start: (_, __, now, regime, before) => does.resumeLevel(before, now, regime),
		tell: ['unit']
	},
	'ask-extension': {
		from: ['handling'],
		to: 'stays',
		who: 'unit',
		guard: must.mayAskExtension,
		check: (c, { minutes, reason }, regime) => must.first(must.extensionInLimit(c, minutes, regime), must.said(reason)),
		tell: ['unit-leader', 'desk-leader']
	},
	'grant-extension': {
		from: ['handling'],
		to: 'stays',
		who: (c) => (c.history.extensions === 0 ? 'unit-leader' : 'desk-leader'),
		guard: must.extensionIsAsked,
		check: (c, { note }) => must.secondInWriting(c, note),
		start: (c, _, __, regime) => [extendClock(clockOf(c, 'level')!, c.history.extensionAsked!, regime)],
		tell: ['reporter', 'unit']
	},
	'decline-extension': {
		from: ['handling'],
		to: 'stays',
		who: (c) => (c.history.extensions === 0 ? 'unit-leader' : 'desk-leader'),
		guard: must.extensionIsAsked,
		check: (_, { note }) => must.said(note, 'note'),
		tell: ['unit']
	},
	escalate: {
		from: ['dispatched', 'disputed', 'handling'],
		to: (c) => does.upTo(c),
		who: 'unit',
		guard: must.notAtLarge,
		check: (c, { reason, note }) => must.first(must.reasonFits(c, reason), must.said(note, 'note')),
		change: does.levelUp,
		stop: does.workClocks,
		start: (c, _, now, regime, before) => does.levelUpClocks(c, now, regime, before),
		tell: ['desk', 'reporter']
	},
	press: {
		from: ['dispatched', 'disputed', 'handling'],
		to: (c) => does.upTo(c),
		who: 'reporter',
		guard: (c, now) => must.first(must.notAtLarge(c), must.afterReporterDue(c, now)),
		change: does.levelUp,
		stop: does.workClocks,
		start: (c, _, now, regime, before) => does.levelUpClocks(c, now, regime, before),
		tell: ['desk']
	},
	whistle: {
		from: ['dispatched', 'handling'],
		to: 'stays',
		who: 'street',
		guard: must.whistleIsTheStreets,
		check: (c, { departments, reason }) => must.first(must.mayWhistleFor(c, departments), must.said(reason)),
		start: (c, { departments }, now, regime) =>
			departments.map((id) => startClock(`report-in:${id}`, now, CLASS_LIMITS[c.class].reportIn, regime)),
		tell: ['unit']
	},
	'report-in': {
		from: ['dispatched', 'disputed', 'handling', 'waiting-reporter'],
		to: 'stays',
		who: 'department',
		check: (c, { department }) => must.isWhistledFor(c, department),
		stop: (_, { department }) => [`report-in:${department}`],
		tell: ['desk', 'unit']
	},
	'send-down': {
		from: ['handling'],
		to: 'dispatched',
		who: 'desk',
		guard: must.maySendDown,
		check: (c, { unit, reason }) => must.first(must.fitToLead(c, unit, 'micro'), must.said(reason)),
		change: (c, { unit }) => ({ level: lower(c.level) ?? c.level, unit, handlerId: null }),
		stop: does.workClocks,
		start: (c, _, now, regime) => [
			does.signClock(c, now, regime),
			startClock('level', now, levelLimit(c, regime), regime)
		],
		tell: ['unit', 'reporter']
	},
	'put-on-account': {
		from: ['handling'],
		to: 'on-account',
		who: 'district',
		guard: must.onlyAtLarge,
		check: (_, { days: n, note }) => must.first(must.reviewWithin(n), must.said(note, 'note')),
		stop: does.workClocks,
		start: (_, { days: n }, now, regime) => [startClock('review', now, days(n), regime)],
		tell: ['reporter', 'unit']
	},
	resume: {
		from: ['on-account'],
		to: 'handling',
		who: 'unit',
		stop: () => ['review'],
		start: (c, _, now, regime) => [startClock('level', now, levelLimit(c, regime), regime)],
		tell: ['reporter']
	}
};
