import { maskPhone } from '#lib/domain/identity/phone.ts';
import type { Database } from '../db/client.ts';
import { isDemo } from './demo.ts';
import { log } from './log.ts';

/** What became of a message. `demo`: nothing is sent, the page itself shows what it would say. */
export type Sent = 'sent' | 'demo' | 'not-set-up' | 'failed';

const TIMEOUT_MS = 10_000;

/**
 * Sends a text message: in a demo into the log; else by POST of `{phone, text}` as JSON to SMS_GATEWAY_URL, with
 * SMS_GATEWAY_TOKEN as bearer. Any answer but 2xx within 10 s is a failure.
 */
export async function sendSms(database: Pick<Database, 'sql'>, phone: string, text: string): Promise<Sent> {
	const gateway = process.env.SMS_GATEWAY_URL;
	if (!gateway && (await isDemo(database))) {
		log.info({ phone: maskPhone(phone), text }, 'demo text message');
		return 'demo';
	}
	if (!gateway) return 'not-set-up';
	try {
		const answer = await fetch(gateway, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${process.env.SMS_GATEWAY_TOKEN ?? ''}` },
			body: JSON.stringify({ phone, text }),
			signal: AbortSignal.timeout(TIMEOUT_MS),
			redirect: 'error'
		});
		if (answer.ok) return 'sent';
		log.error({ status: answer.status }, 'the text message gateway refused');
	} catch (error) {
		log.error({ reason: String(error) }, 'the text message gateway cannot be reached');
	}
	return 'failed';
}
