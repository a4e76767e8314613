import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type QueueOptions } from 'pg-boss';
import type { Database } from '../db/client.ts';
import type { Act } from './act.ts';
import { describeError, log } from './log.ts';

type Data = Record<string, unknown>;

interface Queue {
	work: (database: Database, data: Data) => Promise<void>;
	options: QueueOptions;
	/** Five fields of cron, in Asia/Shanghai. */
	cron?: string;
}

const queues = new Map<string, Queue>();
let boss: PgBoss | undefined;

/**
 * Says who does the jobs of a queue. A job that throws is tried again three times, later each time; so it must bear
 * being run twice. With `cron` one comes by itself, and one
 * afterwards for all that a downtime has missed. Called once a process, when the areas register.
 */
export function onJob(
	queue: string,
	work: Queue['work'],
	{ cron, ...options }: QueueOptions & { cron?: string } = {}
): void {
	queues.set(queue, { work, cron, options: { retryLimit: 3, retryDelay: 30, retryBackoff: true, ...options } });
}

/** Puts a job into a queue within the act: it exists if and only if the act commits. */
export async function enqueue(act: Act, queue: string, data: Data = {}): Promise<void> {
	if (!boss) throw new Error('jobs are taken by a running portal only');
	await boss.send(queue, data, { db: fromDrizzle(act.db, sql) });
}

/** Starts the workers of this process. pg-boss keeps its tables in a schema of its own and hands each job to one worker. */
export async function startJobs(database: Database): Promise<() => Promise<void>> {
	const started = new PgBoss({
		connectionString: database.url,
		schema: 'pgboss',
		max: 3,
		application_name: 'gongjian jobs'
	});
	started.on('error', (error) => log.error({ err: error }, 'the job runner failed'));
	await started.start();
	for (const [queue, { work, options, cron }] of queues) {
		await started.createQueue(queue, options);
		await started.updateQueue(queue, options);
		await started.work<Data>(queue, async ([job]) => {
			const begun = performance.now();
			try {
				await work(database, job!.data ?? {});
			} catch (error) {
				log.error({ err: error, queue, job: job!.id }, 'a job failed');
				throw new Error(String(describeError(error).message), { cause: error });
			}
			log.info({ queue, job: job!.id, ms: Math.round(performance.now() - begun) }, 'a job is done');
		});
		if (cron) await started.schedule(queue, cron, {}, { tz: 'Asia/Shanghai', missed: 'once' });
	}
	boss = started;
	return async () => {
		boss = undefined;
		await started.stop({ graceful: true, timeout: 8_000 });
	};
}
