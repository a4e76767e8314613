// Loaded before a measured server: answers its parent with what the process has cost so far.
process.on('message', () => {
	globalThis.gc?.();
	const { user, system } = process.cpuUsage();
	process.send?.({ cpuSeconds: (user + system) / 1e6, rss: process.memoryUsage().rss });
});
process.channel?.unref();
