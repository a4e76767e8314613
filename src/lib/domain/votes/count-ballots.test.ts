import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBallots, type Ballot, type BallotBox, type Count } from './count-ballots.ts';
import { CHOICES, plus } from './figures.ts';
import { DEVELOPER, ownersRoll, type OwnedUnit } from './owners-roll.ts';

const person = fc.constantFrom('zhao', 'qian', 'sun', 'li', 'zhou', DEVELOPER);
const units: fc.Arbitrary<OwnedUnit[]> = fc
	.array(
		fc.record({
			area: fc.bigInt(1n, 30_000n),
			owners: fc.uniqueArray(person, { maxLength: 3 })
		}),
		{ minLength: 1, maxLength: 12 }
	)
	.map((list) => list.map((unit, i) => ({ id: `u${i}`, ...unit })));
const choice = fc.constantFrom(...CHOICES);

const boxes: fc.Arbitrary<BallotBox> = units.chain((list) => {
	const roll = ownersRoll(list).map((e) => ({ id: e.key, area: e.area }));
	const entry = fc.constantFrom(...roll.map((e) => e.id));
	const cast = fc.record({ entry, by: person, channel: fc.constantFrom('paper', 'online', 'proxy'), choice });
	const proxy = fc.record({ entry, agent: person, at: fc.nat(40), revoked: fc.option(fc.nat(40), { nil: undefined }) });
	return fc
		.record({
			ballots: fc.array(cast, { maxLength: 40 }),
			proxies: fc.array(proxy, { maxLength: 10 }),
			proxyCap: fc.option(fc.nat(3)),
			disagreement: fc.constantFrom('conflict' as const, 'last' as const)
		})
		.map(({ ballots, proxies, ...rest }) => ({
			...rest,
			roll,
			ballots: ballots.map((b, i) => ({ ...b, at: 2 * i }) as Ballot),
			proxies: proxies.map(({ revoked, ...p }, i) => ({
				...p,
				at: 2 * p.at + i / 100 + 0.3,
				...(revoked === undefined ? {} : { revokedAt: 2 * revoked + i / 100 + 0.6 })
			}))
		}));
});

const counted = (box: BallotBox) => countBallots(box) as Extract<Count, { blocked: false }>;

describe('properties of the count', () => {
	test('every entry counts at most once, and nothing is lost', () => {
		fc.assert(
			fc.property(boxes, (box) => {
				const { figures, channels, counted: list, conflicts } = counted(box);
				const cast = CHOICES.map((c) => figures[c]).reduce(plus);
				expect(new Set(list.map((c) => c.entry)).size).toBe(list.length);
				expect(cast.count).toBe(list.length);
				expect([channels.paper, channels.online, channels.proxy].reduce(plus)).toEqual(cast);
				const silent = box.roll.filter((e) => !list.some((c) => c.entry === e.id) && !conflicts.includes(e.id));
				const outside = box.roll.filter((e) => conflicts.includes(e.id)).concat(silent);
				expect(cast.area + outside.reduce((sum, e) => sum + e.area, 0n)).toBe(figures.roll.area);
				expect(cast.count + outside.length).toBe(box.roll.length);
			})
		);
	});

	test('the order of roll, ballots and proxies changes nothing', () => {
		const shuffled = boxes.chain((box) =>
			fc.record({
				box: fc.constant(box),
				roll: fc.shuffledSubarray([...box.roll], { minLength: box.roll.length }),
				ballots: fc.shuffledSubarray([...box.ballots], { minLength: box.ballots.length }),
				proxies: fc.shuffledSubarray([...box.proxies!], { minLength: box.proxies!.length })
			})
		);
		fc.assert(
			fc.property(shuffled, ({ box, ...order }) => {
				const { figures, channels, conflicts } = counted(box);
				expect(counted({ ...box, ...order })).toMatchObject({ figures, channels, conflicts });
			})
		);
	});

	test('proxies of one agent never count beyond the cap', () => {
		fc.assert(
			fc.property(boxes, (box) => {
				const cap = box.proxyCap ?? box.ballots.length;
				const byProxy = counted(box).counted.filter((c) => c.channel === 'proxy');
				const possible = new Set(box.proxies!.map((p) => p.agent)).size * cap;
				expect(byProxy.length).toBeLessThanOrEqual(possible);
				expect(counted({ ...box, proxyCap: 0 }).channels.proxy.count).toBe(0);
			})
		);
	});

	test('an own ballot decides over every proxy, paper over everything', () => {
		fc.assert(
			fc.property(boxes, (box) => {
				for (const { entry, channel } of counted(box).counted) {
					const channels = box.ballots.filter((b) => b.entry === entry).map((b) => b.channel);
					if (channels.includes('paper')) expect(channel).toBe('paper');
					else if (channels.includes('online')) expect(channel).toBe('online');
				}
			})
		);
	});

	test('a household without a named representative counts with the last ballot, never as a conflict', () => {
		fc.assert(
			fc.property(boxes, (box) => void expect(counted({ ...box, disagreement: 'last' }).conflicts).toEqual([]))
		);
	});

	test('one unsettled paper blocks everything', () => {
		fc.assert(
			fc.property(boxes, choice, choice, (box, one, other) => {
				fc.pre(one !== other);
				const paper: Ballot = { entry: box.roll[0]!.id, by: 'zhao', channel: 'paper', at: -1, entries: [one, other] };
				expect(countBallots({ ...box, ballots: [...box.ballots, paper] }).blocked).toBe(true);
				expect(countBallots({ ...box, ballots: [...box.ballots, { ...paper, adjudicated: one }] }).blocked).toBe(false);
			})
		);
	});
});

test('presence in the hall is attendance, also without a ballot', () => {
	const roll = ['a', 'b', 'c', 'd'].map((id) => ({ id, area: 0n }));
	const ballots: Ballot[] = [{ entry: 'a', by: 'x', channel: 'online', choice: 'for', at: 1 }];
	expect(counted({ roll, ballots, present: ['a', 'b'] }).figures.attendance).toEqual({ count: 2, area: 0n });
	expect(counted({ roll, ballots }).figures.attendance).toBeUndefined();
});

test('the same owners are one entry whatever their order; units without owners are the developer’s', () => {
	const entries = ownersRoll([
		{ id: '1', area: 100n, owners: ['li', 'sun'] },
		{ id: '2', area: 50n, owners: ['sun', 'li'] },
		{ id: '3', area: 70n, owners: [] },
		{ id: '4', area: 80n, owners: [DEVELOPER] },
		{ id: '5', area: 90n, owners: ['sun'] }
	]);
	expect(entries.map(({ key, units, area }) => ({ key, units, area }))).toEqual([
		{ key: 'li+sun', units: ['1', '2'], area: 150n },
		{ key: DEVELOPER, units: ['3', '4'], area: 150n },
		{ key: 'sun', units: ['5'], area: 90n }
	]);
});
