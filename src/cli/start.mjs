// `npm start`: installs, builds and serves the portal. Plain Node >= 20: at the first start nothing is installed yet.
import { fileURLToPath } from 'node:url';
import { buildPortal } from './setup/build.mjs';
import { findNode, installPackages } from './setup/packages.mjs';
import { checkPort } from './setup/port.mjs';
import { handOver, main } from './setup/steps.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

await main(async () => {
	await checkPort();
	await installPackages({ withTestTools: false });
	const node = findNode();
	await buildPortal(node);
	return handOver(node, ['src/cli/serve.ts']);
});
