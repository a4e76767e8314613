import type { PartyKind } from '../shared/roles.ts';
import type { Limit } from '../shared/working-time.ts';
import type { CaseClass } from './limits.ts';

/** The three nets: 城市管理, 社会服务, 社会治安. */
export const NETS = ['city-management', 'social-service', 'public-security'] as const;
export type Net = (typeof NETS)[number];

/** 部件 things that stand there, 事件 what happens, 工作内容 the ten contents of grid work. */
export type CategoryKind = 'component' | 'event' | 'content';

export interface Category {
	code: string;
	kind: CategoryKind;
	/** As the standard names it; the interface shows `cases_category_<code>`. */
	name: string;
	net: Net;
	/** What the desk starts from; it decides the class when it accepts. */
	class: Exclude<CaseClass, 'D'>;
	/** Goes on as public interest when the reporter withdraws. */
	safety: boolean;
	/** A thing or a place: the result needs a photo. */
	physical: boolean;
	/** May a community body lead it? A community is never made to lead a department's task. */
	communityMayLead: boolean;
	/** Overrides the class's limit until the matter is answered, in working hours or working days. */
	limit?: Limit;
}

const all = { safety: false, physical: true, communityMayLead: false, class: 'C' } as const;
const city = { ...all, net: 'city-management' } as const;

/** The default table; a district imports its own over it. */
export const CATEGORIES: readonly Category[] = [
	{ ...city, code: 'component-utilities', kind: 'component', name: '公用设施', class: 'B', safety: true },
	{ ...city, code: 'component-traffic', kind: 'component', name: '道路交通' },
	{ ...city, code: 'component-environment', kind: 'component', name: '市容环境', communityMayLead: true },
	{ ...city, code: 'component-greenery', kind: 'component', name: '园林绿化', communityMayLead: true },
	{ ...city, code: 'component-other', kind: 'component', name: '其他部件', communityMayLead: true },
	{ ...city, code: 'event-environment', kind: 'event', name: '市容环境', communityMayLead: true },
	{ ...city, code: 'event-advertising', kind: 'event', name: '宣传广告', communityMayLead: true },
	{ ...city, code: 'event-construction', kind: 'event', name: '施工管理' },
	{ ...city, code: 'event-emergency', kind: 'event', name: '突发事件', class: 'A', safety: true },
	{ ...city, code: 'event-street-order', kind: 'event', name: '街面秩序' },
	{ ...city, code: 'event-other', kind: 'event', name: '其他事件', communityMayLead: true },
	content('base-data', '基础数据', 'city-management', true),
	content('appeals', '群众诉求', 'social-service', true),
	content('social-service', '社会服务', 'social-service', true),
	content('population', '实有人口', 'public-security'),
	content('city-operation', '城市运行', 'city-management', false, { class: 'B', safety: true, physical: true }),
	content('public-order', '治安秩序', 'public-security', false, { safety: true }),
	content('mediation', '矛盾化解', 'social-service', true),
	content('rehabilitation', '矫正帮教', 'public-security'),
	content('work-safety', '安全生产', 'public-security', false, { safety: true, physical: true }),
	content('participation', '社会参与', 'social-service', true)
];

function content(
	code: string,
	name: string,
	net: Net,
	communityMayLead = false,
	own: Partial<Pick<Category, 'class' | 'safety' | 'physical'>> = {}
): Category {
	return { ...all, physical: false, ...own, code: `content-${code}`, kind: 'content', name, net, communityMayLead };
}

export const categoryOf = (code: string, table: readonly Category[] = CATEGORIES): Category | undefined =>
	table.find((category) => category.code === code);

/** Bodies of a community: 两委一站. */
export const COMMUNITY_BODIES: readonly PartyKind[] = ['party-committee', 'residents-committee', 'service-station'];

/** May an organisation of that kind lead a case of that category? */
export const mayLead = (kind: PartyKind, category: Category): boolean =>
	!COMMUNITY_BODIES.includes(kind) || category.communityMayLead;
