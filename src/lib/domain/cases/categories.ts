import type { PartyKind } from '#lib/domain/shared/roles.ts';
import type { Limit } from '#lib/domain/shared/working-time.ts';
import type { CaseClass } from './limits.ts';

/** The three nets: 城市管理, 社会服务, 社会治安. */
export const NETS = ['management', 'service', 'security'] as const;
export type Net = (typeof NETS)[number];

/** 部件 things that stand there, 事件 what happens, 工作内容 the ten contents of grid work. */
export type CategoryGroup = 'component' | 'event' | 'grid-work';

/** A category of cases. The table of them is data: drizzle/rules/case-categories.sql begins it, a district imports its own. */
export interface Category {
	code: string;
	group: CategoryGroup;
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
	limit: Limit | null;
}

/** Bodies of a community: 两委一站. */
export const COMMUNITY_BODIES: readonly PartyKind[] = ['party-committee', 'residents-committee', 'service-station'];

/** May an organisation of that kind lead a case of that category? */
export const mayLead = (kind: PartyKind, category: Category): boolean =>
	!COMMUNITY_BODIES.includes(kind) || category.communityMayLead;
