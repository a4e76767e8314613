import { isStaff } from '#lib/domain/community/places-of.ts';
import type { Actor } from '#lib/domain/shared/actor.ts';
import type { Gate } from '../platform/session-adapter.ts';

const PAGES: Record<Gate, string> = {
	password: '/me/account/password',
	totp: '/me/account/second-factor',
	notice: '/privacy-notice'
};
/** Signing out, language and display stay open whatever is asked of the person. */
const ALWAYS = ['/sign-out', '/privacy-notice', '/language', '/display', '/healthz', '/readyz'];
const OPEN: Record<Gate, string[]> = {
	password: [],
	totp: [],
	/** Taking one's data along or leaving needs no consent. */
	notice: ['/me/account']
};
const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const under = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

/**
 * Where a request is sent instead, while its sender has something to do first; null lets it pass. The privacy notice holds
 * back acts only: reading needs no consent.
 */
export function gateRedirect(gate: Gate | null, method: string, path: string): string | null {
	if (!gate || [PAGES[gate], ...ALWAYS, ...OPEN[gate]].some((root) => under(path, root))) return null;
	if (gate === 'notice' && SAFE.includes(method)) return null;
	const next = SAFE.includes(method) ? `?next=${encodeURIComponent(path)}` : '';
	return PAGES[gate] + next;
}

/**
 * Whom a route turns away before any of its loads and actions is asked, by the folder it stands in: a page's data can
 * be fetched without its layout's. Each page's own policy comes besides.
 */
export function closedTo(actor: Actor, routeId: string | null): 'sign-in' | 'forbidden' | null {
	const own = routeId?.startsWith('/(portal)/me');
	const desk = routeId?.startsWith('/(staff)');
	if ((own || desk) && !actor) return 'sign-in';
	return desk && !isStaff(actor) ? 'forbidden' : null;
}
