// Finds out before any long work whether the portal can listen where it is told to. Plain Node 20.
import { createServer } from 'node:net';
import { Failure } from './steps.mjs';

/** Throws a Failure that says what to do where HOST and PORT cannot be listened on. */
export async function checkPort() {
	const host = process.env.HOST || '0.0.0.0';
	const port = Number(process.env.PORT || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Failure(
			`PORT=${process.env.PORT} is no port. Give a number from 1 to 65535, or leave PORT out for 3000.`
		);
	}
	const error = await tryListening(host, port);
	if (error) throw new Failure(sentenceFor(error, host, port));
}

/** @param {string} host @param {number} port @returns {Promise<NodeJS.ErrnoException | null>} */
function tryListening(host, port) {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', resolve);
		probe.listen(port, host, () => probe.close(() => resolve(null)));
	});
}

/** @param {NodeJS.ErrnoException} error @param {string} host @param {number} port */
function sentenceFor(error, host, port) {
	switch (error.code) {
		case 'EADDRINUSE':
			return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port < 65_535 ? port + 1 : 3001} npm start`;
		case 'EACCES':
			return `This user may not listen on port ${port}. Choose a port above 1023, e.g. PORT=3000 npm start`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return `HOST=${host} is no address of this machine. Leave HOST out to listen on all of its addresses.`;
		default:
			return `The portal cannot listen on ${host}:${port}: ${error.message}`;
	}
}
