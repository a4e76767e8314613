// Run after every install, by npm and by `npm start` (Node >= 20). postgres 3.4.9 throws outside of every promise, and so
// ends the process, where a transaction writes to a connection that PostgreSQL has just lost (porsager/postgres#1208).
// Until a release mends it: the write fails as a query does, and the connection can be opened again.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const OURS = 'src/cli/setup/mend-driver.mjs';
const FILE = 'node_modules/postgres/src/connection.js';
const MENDED = '/* mended: porsager/postgres#1208 */';
const CHANGES = [
	[
		'  function nextWrite(fn) {\n',
		`  function nextWrite(fn) { ${MENDED}
    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
`
	],
	[
		'    incomings = null\n    clearImmediate(nextWriteTimer)\n',
		'    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n'
	]
];

export function mendDriver() {
	const text = readFileSync(FILE, 'utf8');
	if (text.includes(MENDED)) return;
	if (CHANGES.some(([before]) => text.split(before).length !== 2)) {
		throw new Error(`${FILE} is of another release: is porsager/postgres#1208 mended in it? Change or drop ${OURS}.`);
	}
	// a new file: the old one may be shared with another checkout by a hard link
	writeFileSync(
		`${FILE}.new`,
		CHANGES.reduce((all, [before, after]) => all.replace(before, () => after), text)
	);
	renameSync(`${FILE}.new`, FILE);
}

if (process.argv[1]?.endsWith(OURS)) mendDriver();
