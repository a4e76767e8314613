import type postgres from 'postgres';
import { DEMO_PASSWORD } from '#lib/server/db/seed/demo-password.ts';
import { demoRoles, type DemoRole } from '#lib/server/identity/demo-accounts.ts';
import { isDemo } from '#lib/server/platform/demo.ts';

/** Says where the portal is and, in a demo, who can sign in: one account a role. */
export async function welcome(url: string): Promise<void> {
	console.log(`\nGongjian is open at ${address()}\n`);
	// loaded only now that pages are answered: the whole schema comes with them
	const [{ openDatabase }, { ensureFirstAdministratorLink }] = await Promise.all([
		import('#lib/server/db/client.ts'),
		import('#lib/server/identity/first-administrator.ts')
	]);
	const database = openDatabase(url, { max: 1 });
	try {
		if (await isDemo(database)) await listAccounts(database.sql);
		const link = await ensureFirstAdministratorLink(database);
		if (link)
			console.log(
				`Nobody administers it yet. Make the first system administrator here, once, within 72 hours:\n  ${address()}${link}\n`
			);
	} finally {
		await database.close();
	}
	console.log('Ctrl-C ends it.');
}

function address(): string {
	const { ORIGIN, HOST = '', PORT = '3000' } = process.env;
	const everywhere = ['', '0.0.0.0', '::'].includes(HOST);
	return ORIGIN ?? `http://${everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}

async function listAccounts(sql: postgres.Sql): Promise<void> {
	const accounts = await demoRoles({ sql });
	const home = fullest(accounts);
	const one = new Map<string, DemoRole>();
	for (const account of accounts) {
		const known = one.get(account.role);
		if (!known || (known.community !== home && account.community === home)) one.set(account.role, account);
	}
	console.log(
		`Demo accounts, one for each role (password of all: ${DEMO_PASSWORD}; the whole list: npm run -s accounts)`
	);
	for (const { role, login, organisation, community } of one.values()) {
		console.log(`  ${login.padEnd(20)} ${role.padEnd(26)} ${organisation ?? community}`);
	}
	console.log('');
}

/** The community in which most accounts live: the one that the demo fills wholly. */
function fullest(accounts: DemoRole[]): string {
	const count = new Map<string, number>();
	for (const { community } of accounts) count.set(community, (count.get(community) ?? 0) + 1);
	return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
