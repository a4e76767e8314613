// How a build becomes a server that Node runs: adapter-node's handler over what Vite wrote. adapter-node itself would bundle
// all of it once more, for servers without node_modules: a third of the whole build, and ours has them beside it.
import { fileURLToPath } from 'node:url';

const HANDLER = fileURLToPath(new URL('files', import.meta.resolve('@sveltejs/adapter-node')));

/** @param {{ out: string }} options @returns {import('@sveltejs/kit').Adapter} */
export default function adapter({ out }) {
	return {
		name: 'gongjian-node',
		async adapt(builder) {
			builder.rimraf(out);
			builder.writeClient(`${out}/client`);
			builder.writePrerendered(`${out}/prerendered`);
			builder.writeServer(`${out}/server`);
			await builder.compress(`${out}/client`);
			builder.copy(HANDLER, out, {
				replace: {
					SERVER: './server/index.js',
					MANIFEST: './server/manifest.js',
					BASE: JSON.stringify(builder.config.kit.paths.base),
					ENV_PREFIX: JSON.stringify(''),
					PRECOMPRESS: 'true',
					PRERENDERED: `new Set(${JSON.stringify(builder.prerendered.paths)})`
				}
			});
		},
		supports: { read: () => true }
	};
}
