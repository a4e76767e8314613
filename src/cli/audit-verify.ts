/**
 * `npm run -s audit:verify`: recomputes the audit chains; ends with 1 and the first broken row where one does not hold.
 * `npm run -s audit:verify -- heads.json` holds them against heads kept from the page /audit as well.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { openDatabase } from '#lib/server/db/client.ts';
import { unsealedRows, verifyAudit } from '#lib/server/platform/audit/verify.ts';
import { openInstallation } from '#lib/server/platform/installation.ts';

const keptHeads = v.object({ heads: v.array(v.object({ area: v.string(), seq: v.number(), hash: v.string() })) });

const file = process.argv[2];
const kept = file ? v.parse(keptHeads, JSON.parse(readFileSync(file, 'utf8'))).heads : [];
const installation = await openInstallation();
const database = openDatabase(installation.url, { max: 1 });
try {
	const chains = await verifyAudit(database, kept);
	for (const { area, rows, head, broken } of chains) {
		if (!rows && !broken) continue;
		console.log(`${area.padEnd(12)} ${String(rows).padStart(9)} rows  ${head}`);
		if (!broken) continue;
		console.error(`BROKEN: area ${area}, row ${broken.seq}${broken.id ? ` (${broken.id})` : ''}: ${broken.reason}`);
		process.exitCode = 1;
	}
	const waiting = await unsealedRows(database);
	if (waiting) console.log(`${waiting} rows are not sealed yet: the running portal seals them within seconds.`);
	if (!process.exitCode) console.log(`The audit is whole: ${chains.reduce((sum, { rows }) => sum + rows, 0)} rows.`);
} finally {
	await database.close();
	await installation.close();
}
