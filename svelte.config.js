import adapter from './src/adapter.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build' }),
		files: { hooks: { server: 'src/hooks.server' } },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		// typed tests and command-line tools live beside the app
		typescript: {
			config: (config) => ({ ...config, include: [...config.include, '../src/**/*.mjs', '../tests/**/*.ts'] })
		}
	}
};
