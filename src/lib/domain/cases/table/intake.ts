import { higher } from '../case.ts';
import { feedbackLimit, startClock } from '../clocks.ts';
import * as does from '../effects.ts';
import * as must from '../guards.ts';
import { CALL_BACK, CLASS_LIMITS } from '../limits.ts';
import type { Rows } from '../row.ts';

/** From the report to the unit that signs for it. */
export const INTAKE: Rows<
	| 'submit'
	| 'accept'
	| 'refuse'
	| 'appeal'
	| 'merge'
	| 'unmerge'
	| 'follow'
	| 'reclassify'
	| 'dispatch'
	| 'refer'
	| 'sign'
	| 'dispute'
	| 'uphold'
	| 'overrule'
> = {
	submit: {
		from: ['draft'],
		to: 'submitted',
		who: 'neighbour',
		check: (_, command) => must.readyToSubmit(command),
		change: (c, _, now) => ({ level: does.firstLevel(c, c.class), submittedAt: now }),
		start: (c, _, now, regime) => [does.acceptClock(c, now, regime), does.reporterClock(c, now, regime)],
		tell: ['desk']
	},
	accept: {
		from: ['submitted'],
		to: 'accepted',
		who: 'desk',
		check: (c, { class: cls }) => must.complexNeedsStreet(cls, c.level),
		change: (c, { class: cls, category }) => ({
			class: cls,
			category,
			level: cls === 'A' ? does.atLeast(c.level, 'small') : c.level
		}),
		stop: () => ['accept'],
		start: (c, _, now, regime) => [
			does.dispatchClock(c, now, regime),
			startClock('level', now, feedbackLimit(c), regime),
			does.reporterClock(c, now, regime)
		],
		tell: ['reporter']
	},
	refuse: {
		from: ['submitted'],
		to: 'refused',
		who: 'desk',
		check: (_, { channel }) => must.said(channel, 'channel'),
		change: (_, __, now) => ({ endedAt: now }),
		stop: does.allClocks,
		tell: ['reporter']
	},
	appeal: {
		from: ['refused'],
		to: 'submitted',
		who: 'reporter',
		guard: must.mayAppeal,
		check: (_, { reason }) => must.said(reason),
		change: (c) => ({ level: higher(c.level) ?? c.level, endedAt: null }),
		start: (c, _, now, regime) => [does.acceptClock(c, now, regime), does.reporterClock(c, now, regime)],
		tell: ['desk']
	},
	merge: {
		from: ['submitted'],
		to: 'merged',
		who: 'desk',
		check: (c, command) => must.mayMerge(c, command),
		change: (_, { master }) => ({ masterId: master.id }),
		stop: () => ['accept'],
		tell: ['reporter']
	},
	unmerge: {
		from: ['merged'],
		to: 'submitted',
		who: 'desk',
		change: () => ({ masterId: null }),
		start: (c, _, now, regime) => [does.acceptClock(c, now, regime)],
		tell: ['reporter']
	},
	// the master has come to its call-back: whoever follows it gets a call-back of their own
	follow: {
		from: ['merged'],
		to: (c) => (c.publicInterest ? 'closed' : 'calling-back'),
		who: 'clock',
		change: (c, { unit }, now) => ({ unit, ...does.endWithoutReporter(c, now) }),
		stop: (c) => (c.publicInterest ? does.allClocks(c) : []),
		start: (c, _, now, regime) => (c.publicInterest ? [] : [startClock('call-back', now, CALL_BACK, regime)]),
		tell: ['reporter', 'caller']
	},
	reclassify: {
		from: ['accepted'],
		to: 'stays',
		who: 'desk',
		check: (c, { class: cls, reason }) => must.first(must.complexNeedsStreet(cls, c.level), must.said(reason)),
		change: (c, { class: cls }) => ({ class: cls, level: cls === 'A' ? does.atLeast(c.level, 'small') : c.level }),
		start: (c, _, now, regime, before) => [
			does.dispatchClock(c, now, regime),
			does.remeasuredLevelClock(c, now, regime, before),
			does.reporterClock(c, now, regime)
		],
		tell: ['reporter']
	},
	dispatch: {
		from: ['accepted'],
		to: 'dispatched',
		who: 'desk',
		check: (c, { unit }) => must.fitToLead(c, unit),
		change: (_, { unit }) => ({ unit, handlerId: null }),
		stop: () => ['dispatch'],
		start: (c, _, now, regime) => [does.signClock(c, now, regime)],
		tell: ['unit', 'reporter']
	},
	refer: {
		from: ['accepted'],
		to: 'stays',
		who: 'desk',
		guard: must.notAtLarge,
		check: (_, { reason }) => must.said(reason),
		change: () => ({ level: 'large' }),
		start: (c, _, now, regime, before) => does.levelUpClocks(c, now, regime, before),
		tell: ['desk', 'reporter']
	},
	sign: {
		from: ['dispatched'],
		to: 'handling',
		who: 'unit',
		change: (_, { handlerId }) => ({ handlerId }),
		stop: () => ['sign'],
		tell: ['reporter']
	},
	dispute: {
		from: ['dispatched'],
		to: 'disputed',
		who: 'unit',
		guard: must.mayDispute,
		check: (_, { reason }) => must.said(reason),
		stop: () => ['sign'],
		start: (c, _, now, regime) => [startClock('ruling', now, CLASS_LIMITS[c.class].ruling, regime)],
		tell: ['higher-desk']
	},
	uphold: {
		from: ['disputed'],
		to: 'dispatched',
		who: 'higher-desk',
		check: (c, { unit, reason }) => must.first(must.anotherUnit(c, unit), must.fitToLead(c, unit), must.said(reason)),
		change: (_, { unit }) => ({ unit, handlerId: null }),
		stop: () => ['ruling'],
		start: (c, _, now, regime) => [does.signClock(c, now, regime)],
		tell: ['unit', 'reporter']
	},
	overrule: {
		from: ['disputed'],
		to: 'handling',
		who: 'higher-desk',
		check: (_, { reason }) => must.said(reason),
		stop: () => ['ruling'],
		tell: ['unit']
	}
};
