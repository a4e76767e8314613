import type { PartyKind } from '../shared/roles.ts';
import type { Limit } from '../shared/working-time.ts';
import type { CaseClass } from './limits.ts';

/** The three nets: 城市管理, 社会服务, 社会治安. */
export const NETS = ['management', 'service', 'security'] as const;
export type Net = (typeof NETS)[number];

/** 部件 things that stand there, 事件 what happens, 工作内容 the ten contents of grid work. */
export type CategoryGroup = 'component' | 'event' | 'grid-work';

export interface Category {
	code: string;
	group: CategoryGroup;
	/** As the standard names it; the interface shows `cases_category_<code>`. */
	name: string;
	net: Net;
	/** What the desk starts from; it decides the class when it accepts. */
	defaultClass: Exclude<CaseClass, 'D'>;
	/** Goes on as public interest when the reporter withdraws. */
	safety: boolean;
	/** A thing or a place: the result needs a photo. */
	physical: boolean;
	/** May a community body lead it? A community is never made to lead a department's task. */
	communityMayLead: boolean;
	/** Overrides the class's limit until the matter is answered, in working hours or working days. */
	limit?: Limit;
}

const all = { safety: false, physical: true, communityMayLead: false, defaultClass: 'C' } as const;
const city = { ...all, net: 'management' } as const;

/** The default table; a district imports its own over it. */
export const CATEGORIES: readonly Category[] = [
	{ ...city, code: 'component-utilities', group: 'component', name: '公用设施', defaultClass: 'B', safety: true },
	{ ...city, code: 'component-traffic', group: 'component', name: '道路交通' },
	{ ...city, code: 'component-environment', group: 'component', name: '市容环境', communityMayLead: true },
	{ ...city, code: 'component-greenery', group: 'component', name: '园林绿化', communityMayLead: true },
	{ ...city, code: 'component-other', group: 'component', name: '其他部件', communityMayLead: true },
	{ ...city, code: 'event-environment', group: 'event', name: '市容环境', communityMayLead: true },
	{ ...city, code: 'event-advertising', group: 'event', name: '宣传广告', communityMayLead: true },
	{ ...city, code: 'event-construction', group: 'event', name: '施工管理' },
	{ ...city, code: 'event-emergency', group: 'event', name: '突发事件', defaultClass: 'A', safety: true },
	{ ...city, code: 'event-street-order', group: 'event', name: '街面秩序' },
	{ ...city, code: 'event-other', group: 'event', name: '其他事件', communityMayLead: true },
	gridWork('base-data', '基础数据', 'management', true),
	gridWork('appeals', '群众诉求', 'service', true),
	gridWork('social-service', '社会服务', 'service', true),
	gridWork('population', '实有人口', 'security'),
	gridWork('city-operation', '城市运行', 'management', false, { defaultClass: 'B', safety: true, physical: true }),
	gridWork('public-order', '治安秩序', 'security', false, { safety: true }),
	gridWork('mediation', '矛盾化解', 'service', true),
	gridWork('rehabilitation', '矫正帮教', 'security'),
	gridWork('work-safety', '安全生产', 'security', false, { safety: true, physical: true }),
	gridWork('participation', '社会参与', 'service', true)
];

function gridWork(
	code: string,
	name: string,
	net: Net,
	communityMayLead = false,
	own: Partial<Pick<Category, 'defaultClass' | 'safety' | 'physical'>> = {}
): Category {
	return {
		...all,
		physical: false,
		...own,
		code: `grid-work-${code}`,
		group: 'grid-work',
		name,
		net,
		communityMayLead
	};
}

export const categoryOf = (code: string, table: readonly Category[] = CATEGORIES): Category | undefined =>
	table.find((category) => category.code === code);

/** Bodies of a community: 两委一站. */
export const COMMUNITY_BODIES: readonly PartyKind[] = ['party-committee', 'residents-committee', 'service-station'];

/** May an organisation of that kind lead a case of that category? */
export const mayLead = (kind: PartyKind, category: Category): boolean =>
	!COMMUNITY_BODIES.includes(kind) || category.communityMayLead;
