/** `npm run dev`: the portal on Vite's development server, on the same database as `npm start`. */
import { StartFailure } from '#lib/server/db/embedded-postgres.ts';
import { prepareInstallation } from './setup/prepare-installation.ts';
import { Failure, handOver, main } from './setup/steps.mjs';

await main(async () => {
	const installation = await prepareInstallation(new AbortController().signal).catch((error: unknown) => {
		throw error instanceof StartFailure ? new Failure(error.message) : error;
	});
	try {
		const { PORT = '3000', HOST = 'localhost' } = process.env;
		return await handOver(process.execPath, ['node_modules/vite/bin/vite.js', 'dev', '--host', HOST, '--port', PORT]);
	} finally {
		await installation.close();
	}
});
