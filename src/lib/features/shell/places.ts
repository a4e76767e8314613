import { levelOf } from '#lib/domain/community/hierarchy.ts';
import type { IconName } from '#lib/ui/Icon.svelte';

export interface Place {
	code: string;
	name: string;
}

export type TabKey = 'home' | 'talk' | 'board' | 'me' | 'desk';

export interface Tab {
	key: TabKey;
	href: string;
	icon: IconName;
	current: boolean;
}

const ROOTS = { district: '/d', street: '/s', community: '/c' } as const;

/** Public home of a district, street or community. */
export const homeOf = (place: Place): string => `${ROOTS[levelOf(place.code) ?? 'community']}/${place.code}`;

/**
 * The tabs of the frame, at most five: 首页 议事 公开 我的 工作台. `community` is the one that the page is of, else the
 * person's own; without one, 议事 and 公开 have nowhere to lead and stay out.
 */
export function tabsFor(
	path: string,
	viewer: { isStaff: boolean } | null,
	place: Place | null,
	community: Place | null
): Tab[] {
	const root = community && homeOf(community);
	const home = !viewer && place ? homeOf(place) : '/';
	const under = (base: string) => path === base || path.startsWith(`${base}/`);
	const talks = !!root && ['deliberation', 'meetings', 'votes', 'proposals'].some((part) => under(`${root}/${part}`));
	const discloses = !!root && under(`${root}/disclosures`);
	const desk = under('/desk') || under('/admin');
	const me = under('/me');
	return [
		{ key: 'home', href: home, icon: 'home', current: !talks && !discloses && !desk && !me && path !== '/sign-in' },
		...(root
			? ([
					{ key: 'talk', href: `${root}/deliberation`, icon: 'talk', current: talks },
					{ key: 'board', href: `${root}/disclosures`, icon: 'board', current: discloses }
				] satisfies Tab[])
			: []),
		{ key: 'me', href: viewer ? '/me' : '/sign-in?next=/me', icon: 'person', current: me },
		...(viewer?.isStaff ? ([{ key: 'desk', href: '/desk', icon: 'desk', current: desk }] satisfies Tab[]) : [])
	];
}
