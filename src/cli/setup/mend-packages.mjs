// Run after every install, by npm and by `npm start` (Node >= 20). Mends faults of packages that no release mends yet.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const OURS = 'src/cli/setup/mend-packages.mjs';

/** @type {{ file: string, why: string, changes: [before: string, after: string][] }[]} */
const MENDS = [
	{
		// postgres 3.4.9 throws outside of every promise, and so ends the process, where a transaction writes to a connection
		// that PostgreSQL has just lost. The write fails as a query does, and the connection can be opened again. And whatever
		// is asked between a reset connection's error and its end never gets an answer there: it fails with the end.
		file: 'node_modules/postgres/src/connection.js',
		why: 'porsager/postgres#1208',
		changes: [
			[
				'  function nextWrite(fn) {\n',
				`  function nextWrite(fn) { /* mended: porsager/postgres#1208 */
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
			],
			[
				"    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
				"    if (query || sent.length) error(Errors.connection('CONNECTION_CLOSED', options, socket))\n"
			]
		]
	},
	{
		// y-tiptap 3.0.9 takes every word that another writes into the paragraph at the caret for a block that was moved, and
		// puts the caret back by its count of letters: the next letters land in front of the last ones. And it keeps no text
		// in an empty paragraph, so that two who begin it at once each make one, which both then merge: letters are doubled.
		file: 'node_modules/@tiptap/y-tiptap/dist/y-tiptap.js',
		why: 'two who write in one paragraph',
		changes: [
			[
				`  const misresolved = resolved === null ||
    (oldAbs > 1 && resolved <= 1) ||
    isMisresolvedAfterStructuralChange(oldDoc, newDoc, oldAbs, resolved);
  if (!misresolved) {
    return resolved
  }
`,
				'  if (resolved !== null) return resolved\n'
			],
			[
				`      res.push(n);
    }
  }
  return res
};
`,
				`      res.push(n);
    }
  }
  if (res.length === 0 && pnode.isTextblock) res.push([]);
  return res
};
`
			]
		]
	}
];

export function mendPackages() {
	for (const { file, why, changes } of MENDS) {
		const text = readFileSync(file, 'utf8');
		const missing = changes.filter(([, after]) => !text.includes(after));
		if (missing.length === 0) continue;
		if (missing.some(([before]) => text.split(before).length !== 2)) {
			throw new Error(`${file} is of another release: is it mended there (${why})? Change or drop ${OURS}.`);
		}
		// a new file: the old one may be shared with another checkout by a hard link
		writeFileSync(
			`${file}.new`,
			missing.reduce((all, [before, after]) => all.replace(before, () => after), text)
		);
		renameSync(`${file}.new`, file);
	}
}

if (process.argv[1]?.endsWith(OURS)) mendPackages();
