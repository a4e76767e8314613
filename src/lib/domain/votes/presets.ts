import type { Effect, ElectorateKind } from './electorate.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import { decidesNothing, type Rule, type RuleTest } from './rule.ts';

export interface Preset {
	id: string;
	/** As announced in Chinese; the interface takes its own language from messages. */
	title: string;
	law: string | null;
	articles: string;
	validFrom: string;
	validTo?: string;
	/** Compared with the text of the law in force by someone who signed for it. Unverified is never binding. */
	verified: boolean;
	note: string;
	/** Villages have their own law; null: everywhere. */
	community: 'village' | 'urban' | null;
	/** The first is the usual one. */
	electorates: readonly [ElectorateKind, ...ElectorateKind[]];
	rule: Rule;
	/** Days after publication in which an objection can be raised. */
	objectionDays: number;
	/** May a vote announce beforehand that it extends once when participation fails? */
	mayExtend: boolean;
	/** Who sees which entries have not voted yet, to remind them; nobody else, and of a secret vote nobody at all. */
	absentFor: readonly Role[];
}

const of = (
	measure: RuleTest['measure'],
	compare: '>' | '>=',
	threshold: string,
	base: RuleTest['base']
): RuleTest => ({
	measure,
	compare,
	threshold,
	base
});
const PLAIN = { spoiled: 'participates', followMajority: false, proxyCap: null } as const;

/** 民法典第278条第2款: two thirds of the owners by heads and by exclusive area take part. */
const TWO_THIRDS_OF_OWNERS = [of('count', '>=', '2/3', 'roll'), of('area', '>=', '2/3', 'roll')];
const HALF_ATTEND = [of('count', '>', '1/2', 'roll')];
const HALF_OF_ATTENDANCE = [of('count', '>', '1/2', 'attendance')];

/** Rule presets with their legal source. A new law is a new row; a row in use is never edited. */
export const PRESETS: readonly Preset[] = [
	{
		id: 'residents-meeting',
		community: 'urban',
		title: '居民会议',
		law: '中华人民共和国城市居民委员会组织法（2018年修正）',
		articles: '第九条、第十条',
		validFrom: '1990-01-01',
		validTo: '2025-12-31',
		verified: true,
		note: '全体十八周岁以上居民、每户代表或居民小组代表过半数出席，出席人过半数通过。',
		electorates: ['households', 'representatives'],
		rule: { ...PLAIN, participation: HALF_ATTEND, approval: HALF_OF_ATTENDANCE },
		objectionDays: 3,
		mayExtend: true,
		absentFor: ['convener', 'grid-worker']
	},
	{
		id: 'residents-meeting-2026',
		community: 'urban',
		title: '居民会议',
		law: '中华人民共和国城市居民委员会组织法（2025年修订）',
		articles: '第四章',
		validFrom: '2026-01-01',
		verified: false,
		note: '2025年修订自2026年1月1日起施行；门槛暂按修订前第九条、第十条，未与现行法条核对。',
		electorates: ['households', 'representatives'],
		rule: { ...PLAIN, participation: HALF_ATTEND, approval: HALF_OF_ATTENDANCE },
		objectionDays: 3,
		mayExtend: true,
		absentFor: ['convener', 'grid-worker']
	},
	{
		id: 'villagers-assembly-persons',
		community: 'village',
		title: '村民会议（按人）',
		law: '中华人民共和国村民委员会组织法（2018年修正）',
		articles: '第二十一条、第二十二条',
		validFrom: '2018-12-29',
		verified: false,
		note: '本村十八周岁以上村民过半数参加，到会人员过半数通过。2025年修订后的条文未核对。',
		electorates: ['villagers'],
		rule: { ...PLAIN, participation: HALF_ATTEND, approval: HALF_OF_ATTENDANCE },
		objectionDays: 3,
		mayExtend: true,
		absentFor: ['convener', 'grid-worker']
	},
	{
		id: 'villagers-assembly-households',
		community: 'village',
		title: '村民会议（按户）',
		law: '中华人民共和国村民委员会组织法（2018年修正）',
		articles: '第二十一条、第二十二条',
		validFrom: '2018-12-29',
		verified: false,
		note: '本村三分之二以上的户的代表参加，到会人员过半数通过。2025年修订后的条文未核对。',
		electorates: ['households'],
		rule: { ...PLAIN, participation: [of('count', '>=', '2/3', 'roll')], approval: HALF_OF_ATTENDANCE },
		objectionDays: 3,
		mayExtend: true,
		absentFor: ['convener', 'grid-worker']
	},
	{
		id: 'villagers-representatives',
		community: 'village',
		title: '村民代表会议',
		law: '中华人民共和国村民委员会组织法（2018年修正）',
		articles: '第二十五条、第二十六条',
		validFrom: '2018-12-29',
		verified: false,
		note: '三分之二以上的组成人员参加，到会人员过半数同意。2025年修订后的条文未核对。',
		electorates: ['representatives'],
		rule: { ...PLAIN, participation: [of('count', '>=', '2/3', 'roll')], approval: HALF_OF_ATTENDANCE },
		objectionDays: 3,
		mayExtend: false,
		absentFor: ['convener', 'grid-worker']
	},
	{
		id: 'owners-ordinary',
		community: null,
		title: '业主共同决定（一般事项）',
		law: '中华人民共和国民法典',
		articles: '第二百七十八条第一款第一至五项、第九项',
		validFrom: '2021-01-01',
		verified: true,
		note: '专有部分面积和人数都占三分之二以上的业主参与，参与表决的专有部分面积和人数都过半数同意。',
		electorates: ['owners'],
		rule: {
			...PLAIN,
			participation: TWO_THIRDS_OF_OWNERS,
			approval: [of('count', '>', '1/2', 'participants'), of('area', '>', '1/2', 'participants')]
		},
		objectionDays: 7,
		mayExtend: true,
		absentFor: ['convener']
	},
	{
		id: 'owners-special',
		community: null,
		title: '业主共同决定（重大事项）',
		law: '中华人民共和国民法典',
		articles: '第二百七十八条第一款第六至八项',
		validFrom: '2021-01-01',
		verified: true,
		note: '专有部分面积和人数都占三分之二以上的业主参与，参与表决的专有部分面积和人数都有四分之三以上同意。',
		electorates: ['owners'],
		rule: {
			...PLAIN,
			participation: TWO_THIRDS_OF_OWNERS,
			approval: [of('count', '>=', '3/4', 'participants'), of('area', '>=', '3/4', 'participants')]
		},
		objectionDays: 7,
		mayExtend: true,
		absentFor: ['convener']
	},
	{
		id: 'property-management-committee',
		community: null,
		title: '物业管理委员会会议',
		law: '北京市物业管理条例',
		articles: '第五十七条',
		validFrom: '2020-05-01',
		verified: true,
		note: '全体委员过半数同意，并且业主委员过半数同意。',
		electorates: ['members'],
		rule: {
			...PLAIN,
			participation: [],
			approval: [of('count', '>', '1/2', 'roll'), of('count:owner', '>', '1/2', 'roll')]
		},
		objectionDays: 3,
		mayExtend: false,
		absentFor: ['convener']
	},
	{
		id: 'consultation',
		community: null,
		title: '征求意见',
		law: null,
		articles: '',
		validFrom: '1990-01-01',
		verified: true,
		note: '只展示各方意见的比例，不产生决定。',
		electorates: ['invited', 'households', 'owners', 'representatives'],
		rule: { ...PLAIN, participation: [], approval: [] },
		objectionDays: 0,
		mayExtend: true,
		absentFor: []
	}
];

export function presetOf(id: string): Preset | undefined {
	return PRESETS.find((p) => p.id === id);
}

/** Is the law behind the preset in force on that day (`2026-11-24`)? */
export function inForce(preset: Preset, day: string): boolean {
	return preset.validFrom <= day && (preset.validTo === undefined || day <= preset.validTo);
}

export function effectOf(preset: Preset, day: string): Effect {
	if (decidesNothing(preset.rule)) return 'advisory';
	return preset.verified && inForce(preset, day) ? 'binding' : 'unverified';
}
