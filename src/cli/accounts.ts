/** `npm run -s accounts`: the demo accounts as JSON, one entry for each role that somebody can sign in as. */
import { openDatabase } from '#lib/server/db/client.ts';
import { DEMO_PASSWORD } from '#lib/server/db/seed/demo-password.ts';
import { demoRoles } from '#lib/server/identity/index.ts';
import { isDemo } from '#lib/server/platform/demo.ts';
import { openInstallation } from '#lib/server/platform/installation.ts';

const installation = await openInstallation();
const database = openDatabase(installation.url, { max: 1 });
try {
	if (await isDemo(database)) {
		const roles = await demoRoles(database);
		const accounts = roles.map(({ role, login, organisation, community }) => ({
			role,
			login,
			password: DEMO_PASSWORD,
			organisation,
			community
		}));
		console.log(JSON.stringify(accounts, null, '\t'));
	} else {
		console.error('This installation holds no demo: its accounts have passwords that nobody but their owners knows.');
		process.exitCode = 1;
	}
} finally {
	await database.close();
	await installation.close();
}
