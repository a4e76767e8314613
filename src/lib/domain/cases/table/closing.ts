import { OPEN_STATES } from '../case.ts';
import { startClock } from '../clocks.ts';
import * as does from '../effects.ts';
import * as must from '../guards.ts';
import { CALL_BACK, VERIFY } from '../limits.ts';
import type { Rows } from '../row.ts';

/** From the result to the end: checked, called back, closed, reopened, withdrawn. */
export const CLOSING: Rows<'finish' | 'pass' | 'fail' | 'call' | 'answer' | 'tell-progress' | 'reopen' | 'withdraw'> = {
	finish: {
		from: ['handling'],
		to: 'verifying',
		who: 'unit',
		check: (c, command) => must.provenResult(c, command),
		change: (c, _, now, regime) => does.stopLevel(c, now, regime),
		stop: does.workClocks,
		start: (_, __, now, regime) => [startClock('verify', now, VERIFY, regime)],
		tell: ['verifier']
	},
	// without a reporter left to call, a case of public interest ends with the check
	pass: {
		from: ['verifying'],
		to: (c) => (c.publicInterest ? 'closed' : 'calling-back'),
		who: 'verifier',
		change: (c, _, now) => does.endWithoutReporter(c, now),
		stop: (c) => (c.publicInterest ? does.allClocks(c) : ['verify']),
		start: (c, _, now, regime) => (c.publicInterest ? [] : [startClock('call-back', now, CALL_BACK, regime)]),
		tell: ['reporter', 'caller']
	},
	fail: {
		from: ['verifying'],
		to: 'handling',
		who: 'verifier',
		check: (_, { reason }) => must.said(reason),
		change: () => ({ stopped: null }),
		stop: () => ['verify'],
		start: (_, __, now, regime, before) => does.resumeLevel(before, now, regime),
		tell: ['unit']
	},
	call: {
		from: ['calling-back'],
		to: does.stateAfterCall,
		who: 'caller',
		change: does.changeAfterCall,
		stop: does.stopAfterCall,
		start: does.clocksAfterCall
	},
	answer: {
		from: ['calling-back'],
		to: does.stateAfterCall,
		who: 'reporter',
		change: does.changeAfterCall,
		stop: does.stopAfterCall,
		start: does.clocksAfterCall,
		tell: ['unit']
	},
	// at expiry the reporter is called even if the work is not finished: a record, not a transition
	'tell-progress': {
		from: OPEN_STATES,
		to: 'stays',
		who: 'caller',
		guard: must.afterReporterDue,
		check: (_, { note }) => must.said(note, 'note')
	},
	reopen: {
		from: ['closed'],
		to: (c) => (does.reopenedEnough(c) ? does.upTo(c, 'handling') : 'handling'),
		who: 'reporter',
		guard: must.reopenInTime,
		check: (_, { reason }) => must.said(reason),
		change: does.changeOnReopen,
		start: (c, _, now, regime, before) => does.clocksOnReopen(c, now, regime, before),
		tell: ['unit', 'desk']
	},
	withdraw: {
		from: OPEN_STATES,
		to: (c) => (does.goesOnAlone(c) ? does.stateWithoutReporter(c) : 'withdrawn'),
		who: 'reporter',
		change: does.changeOnWithdraw,
		stop: (c) => (does.goesOnAlone(c) && c.state !== 'calling-back' ? [] : does.allClocks(c)),
		tell: ['desk', 'unit']
	}
};
