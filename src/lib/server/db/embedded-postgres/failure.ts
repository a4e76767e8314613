/** A start that failed for a reason the person at the keyboard can mend: the message says what to do, no stack is needed. */
export class StartFailure extends Error {
	override name = 'StartFailure';
}

/** Runs file-system work under `path` and turns the refusals of the disk into a sentence. */
export function onDisk<T>(path: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw asDiskFailure(error, path);
	}
}

function asDiskFailure(error: unknown, path: string): unknown {
	switch ((error as NodeJS.ErrnoException).code) {
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return new StartFailure(
				`Cannot write to ${path}. Give this user the right to write there, or set DATABASE_URL to use another PostgreSQL.`
			);
		case 'ENOSPC':
		case 'EDQUOT':
			return new StartFailure(`The disk that holds ${path} is full. Free some space and start again.`);
		case 'ENOTDIR':
		case 'EEXIST':
			return new StartFailure(`${path} is not a directory. Move that file away and start again.`);
		default:
			return error;
	}
}
