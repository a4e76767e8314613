import { OPEN_STATES, type CaseClock, type ClockFamily } from '../case.ts';
import { levelLimit, startClock } from '../clocks.ts';
import * as does from '../effects.ts';
import type { Row } from '../row.ts';

const record = { to: 'stays', who: 'clock' } as const;
/** Nobody has seen to it in time: up a level by itself, and at the district supervised (督办). */
const up = {
	to: (c) => does.upTo(c),
	who: 'clock',
	change: does.levelUp,
	stop: (c, { clock }) => (c.level === 'large' ? [clock] : does.workClocks(c)),
	start: (c, _, now, regime, before): CaseClock[] => does.levelUpClocks(c, now, regime, before),
	tell: ['desk', 'desk-leader', 'reporter']
} satisfies Omit<Row<'expire'>, 'from'>;

/** What happens when a clock runs out. In a state that is not named the clock is stale and does nothing. */
export const EXPIRY: { [F in ClockFamily]: Row<'expire'> } = {
	accept: { ...record, from: ['submitted'], tell: ['desk', 'desk-leader', 'higher-desk'] },
	dispatch: { ...record, from: ['accepted'], tell: ['desk', 'desk-leader', 'higher-desk'] },
	sign: { ...up, from: ['dispatched'] },
	ruling: { ...record, from: ['disputed'], tell: ['higher-desk', 'desk-leader'] },
	level: { ...up, from: ['accepted', 'dispatched', 'disputed', 'handling'] },
	'report-in': { ...up, from: ['dispatched', 'disputed', 'handling'] },
	reporter: { ...record, from: OPEN_STATES, tell: ['caller', 'desk-leader', 'reporter'] },
	reply: {
		from: ['waiting-reporter'],
		to: 'handling',
		who: 'clock',
		change: () => ({ stopped: null }),
		start: (_, __, now, regime, before) => does.resumeLevel(before, now, regime),
		tell: ['unit', 'reporter']
	},
	verify: { ...record, from: ['verifying'], tell: ['verifier', 'desk-leader'] },
	'call-back': { ...record, from: ['calling-back'], tell: ['caller', 'desk-leader'] },
	review: {
		from: ['on-account'],
		to: 'handling',
		who: 'clock',
		start: (c, _, now, regime) => [startClock('level', now, levelLimit(c, regime), regime)],
		tell: ['unit', 'desk', 'reporter']
	}
};
