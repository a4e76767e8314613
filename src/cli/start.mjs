// `npm start`: installs, builds and serves the portal. Plain Node >= 20: at the first start nothing is installed yet.
import { fileURLToPath } from 'node:url';
import { buildPortal, isBuilt } from './setup/build.mjs';
import { findNode, installPackages } from './setup/packages.mjs';
import { checkPort } from './setup/port.mjs';
import { handOver, launch, main } from './setup/steps.mjs';
import { takeTurn } from './setup/turn.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const SERVE = ['src/cli/serve.ts'];

await main(async () => {
	await checkPort();
	await installPackages({ withTestTools: false });
	const node = findNode();
	if (isBuilt()) return handOver(node, SERVE);

	const release = takeTurn();
	// the database, its migration and the demo need no build: they are made ready beside it
	const portal = launch(node, SERVE, { ...process.env, BESIDE_BUILD: '1' });
	const build = buildPortal(node, { onMessages: () => portal.tell('messages') });
	const ended = await Promise.race([build, portal.ended]);
	if (ended !== undefined) return ended;
	release();
	// whoever waits for the texts alone has them now, too
	for (const word of ['messages', 'built']) portal.tell(word);
	return portal.ended;
});
