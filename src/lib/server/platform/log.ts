import pino from 'pino';

/**
 * The process's log: one JSON line an event, on standard output. Ids, codes and figures only: no names, phones,
 * addresses or texts that a person wrote. LOG_LEVEL sets how much (`silent`, `error`, `warn`, `info`, `debug`).
 */
export const log = pino({
	level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
	base: undefined,
	timestamp: pino.stdTimeFunctions.isoTime,
	formatters: { level: (label) => ({ level: label }) },
	serializers: { err: describeError }
});

/** PostgreSQL puts values of rows into `detail` and drivers put parameters into errors: neither may reach the log. */
export function describeError(error: unknown): Record<string, unknown> {
	if (!isLikeError(error)) return { message: typeof error };
	const cause = error.cause instanceof Error ? error.cause : undefined;
	const { code, constraint_name, table_name } = (cause ?? error) as unknown as Record<string, unknown>;
	// drizzle's own message repeats the statement with its parameters
	const message = cause ? `${error.name}: ${cause.message}` : error.message;
	return { name: error.name, message, code, constraint_name, table_name, stack: framesOf(cause ?? error) };
}

/** pg-boss tells of failures by plain objects that look like errors. */
const isLikeError = (thrown: unknown): thrown is Error =>
	thrown instanceof Error ||
	(typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string');

const framesOf = (error: Error): string | undefined =>
	error.stack
		?.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.join('\n');
