import type { Cookies } from '@sveltejs/kit';

const COOKIE = 'said';

/**
 * One sentence for the page that a form's redirect leads to: what has been done, and what comes next
 * ("您的意见收到了，结果 11月26日(周四)20:00 公布。"). The root layout takes it and shows it once.
 */
export function say(cookies: Cookies, sentence: string): void {
	cookies.set(COOKIE, sentence.slice(0, 400), { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 120 });
}

export function takeSaid(cookies: Cookies): string | undefined {
	const sentence = cookies.get(COOKIE);
	if (sentence !== undefined) cookies.delete(COOKIE, { path: '/' });
	return sentence;
}
