import { randomBytes } from 'node:crypto';
import { writeHistories } from './collab/history.ts';
import { edit, idle, kill, open, type Edited, type Load } from './collab/measure.ts';
import { installPeers } from './collab/peers.ts';
import { gongjian, peers, relay, type Subject } from './collab/subjects.ts';
import { onDatabase } from './database.ts';
import { atMost, median, type Figure } from './figure.ts';

const LOADS: Load[] = [
	{ documents: 1, clients: 50 },
	{ documents: 100, clients: 4 }
];
const ROUNDS = 3;
const SECONDS = 6;
/** The first warms the process up and does not count. */
const HISTORIES = 6;

/**
 * Editing together at 5 edits a second each, beside Hocuspocus with its database, @y/websocket-server, which keeps
 * nothing, and a relay that only passes bytes on. Ours acknowledges what is on disk. About five minutes.
 */
export function run(): Promise<Figure[]> {
	process.env.GONGJIAN_SECRET ??= randomBytes(32).toString('hex');
	const folder = installPeers();
	return onDatabase(async (database) => {
		const ours = await gongjian(database);
		const others = folder ? peers(database, folder) : [];
		const figures: Figure[] = [];
		for (const load of LOADS) figures.push(...(await compareEditing(load, [ours, ...others, relay])));
		const documents = await writeHistories(database, ours.areaId, HISTORIES);
		const opening = async (subject: Subject) => median((await open(subject, documents)).slice(1));
		const keeping = [ours, ...others.filter((other) => other.stored)];
		const opened = await inTurn(keeping, opening);
		const memory = await inTurn([ours, ...others], idle);
		const killed = await inTurn(keeping, kill);
		return [
			...figures,
			figure('cold open of 30,000 edits, compacted', 'ms', opened, () => 100),
			figure('memory of an idle document', 'kB', memory, (best) => best / 2),
			figure(
				'acknowledged before kill -9',
				'edits',
				map(killed, (one) => one.acknowledged)
			),
			figure(
				'acknowledged and lost at kill -9',
				'edits',
				map(killed, (one) => one.lost),
				() => 0
			)
		];
	});
}

type Results<T> = Map<Subject['name'], T>;

const map = <T, U>(results: Results<T>, to: (one: T) => U): Results<U> =>
	new Map([...results].map(([name, one]) => [name, to(one)]));

async function inTurn<T>(subjects: readonly Subject[], measure: (subject: Subject) => Promise<T>): Promise<Results<T>> {
	const results: Results<T> = new Map();
	for (const subject of subjects) results.set(subject.name, await measure(subject));
	return results;
}

/** By turns, so that what else the machine does falls on all. */
async function compareEditing(load: Load, subjects: Subject[]): Promise<Figure[]> {
	const rounds: Results<Edited>[] = [];
	for (let i = 0; i < ROUNDS; i++) rounds.push(await inTurn(subjects, (subject) => edit(subject, load, SECONDS)));
	const of = (pick: (edited: Edited) => number): Results<number> =>
		new Map(subjects.map(({ name }) => [name, median(rounds.map((round) => pick(round.get(name)!)))]));
	const what = `${load.documents} × ${load.clients}`;
	const acknowledging = (pick: (edited: Edited) => number) =>
		new Map([...of(pick)].filter(([name]) => name === 'gongjian' || name === 'hocuspocus'));
	const [least, better] = [undefined, (best: number) => best];
	return [
		...(['p50', 'p95', 'p99'] as const).map((p) =>
			figure(
				`fan-out ${p}, ${what}`,
				'ms',
				of(({ fanOut }) => fanOut[p]),
				p === 'p99' ? better : least
			)
		),
		...(['p50', 'p95', 'p99'] as const).map((p) =>
			figure(
				`ack ${p}, ${what}`,
				'ms',
				acknowledging(({ ack }) => ack[p])
			)
		),
		figure(
			`CPU of 1,000 edits, ${what}`,
			's',
			of(({ cpuSeconds }) => cpuSeconds),
			better
		),
		figure(
			`deliveries that did not come, ${what}`,
			'%',
			of(({ missing }) => missing * 100),
			() => 0.5
		)
	];
}

/** `least` makes the bound of the better of those compared, the relay apart. */
function figure(what: string, unit: string, results: Results<number>, least?: (best: number) => number): Figure {
	const { gongjian: value, ...beside } = Object.fromEntries(results) as Record<Subject['name'], number>;
	const compared = Object.entries(beside).flatMap(([name, other]) => (name === 'relay' ? [] : [other]));
	const most = least?.(Math.min(...compared));
	const bound = most !== undefined && Number.isFinite(most) ? { bound: atMost(Number(most.toPrecision(3))) } : {};
	return { what, unit, value, beside, ...bound };
}
