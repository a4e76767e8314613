import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
// the type alone: `npm start` builds where no test tool is installed
import type { TestProjectInlineConfiguration } from 'vitest/config';

/** Tests on real PostgreSQL: one server a run, a database a file. They need no Vite plugin, as the command-line tools. */
const onDatabase = (name: string, testTimeout: number): TestProjectInlineConfiguration => ({
	test: {
		name,
		include: [`tests/${name}/**/*.test.ts`],
		globalSetup: 'tests/support/start-database.ts',
		env: { GONGJIAN_SECRET: 'only-for-tests-only-for-tests-only-for-tests' },
		testTimeout,
		hookTimeout: 60_000,
		// what is waited for comes when it comes, on a busy machine too
		expect: { poll: { timeout: 20_000 } },
		maxWorkers: 2
	}
});

const UPGRADE = Symbol.for('gongjian.upgrade');

/** In development Vite owns the port: it hands on the collaboration sockets, as src/server.ts does in production. */
const collaborationSockets: Plugin = {
	name: 'gongjian-collaboration-sockets',
	configureServer(server) {
		server.httpServer?.on('upgrade', (request, socket, head) => {
			if (!request.url?.startsWith('/collab/')) return;
			const take: ((...upgrade: unknown[]) => boolean) | undefined = Reflect.get(globalThis, UPGRADE);
			// the portal starts with the first page: until then the client tries again
			if (take) take(request, socket, head);
			else socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
		});
	}
};

/** Tells `npm start` that the texts are compiled: it fills the demo with them while the portal is being built. */
const messagesCompiled: Plugin = {
	name: 'gongjian-messages-compiled',
	buildStart: { order: 'post', sequential: true, handler: () => void process.send?.('messages') }
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'language'
		}),
		sveltekit(),
		messagesCompiled,
		collaborationSockets
	],
	// bundled into the server: its hundreds of modules cost a second of every start otherwise
	ssr: { noExternal: ['drizzle-orm'] },
	build: { reportCompressedSize: false },
	server: { fs: { allow: ['.'] } },
	test: {
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			onDatabase('integration', 30_000),
			onDatabase('proofs', 600_000)
		]
	}
});
