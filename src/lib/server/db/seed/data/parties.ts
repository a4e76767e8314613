import type { CommunityKind } from '#lib/domain/community/hierarchy.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { DISTRICT, STREETS, type CommunityPlan } from './places.ts';

/** `slot` names a party within its area: the demo's own key, `990101001001/residents-committee`. */
export interface PartyPlan {
	slot: string;
	kind: PartyKind;
	name: string;
	duties: string;
	field?: string;
	/** Index of the property area it belongs to: an owners' committee or a property company. */
	propertyArea?: number;
}

const body = (
	slot: string,
	kind: PartyKind,
	name: string,
	duties: string,
	extra: Partial<PartyPlan> = {}
): PartyPlan => ({ slot, kind, name, duties, ...extra });

const DUTIES = {
	party: '把方向、抓党建，召集共建委员会，推动议定事项落实。',
	committee: '居务公开、民主协商、调解纠纷、公共卫生，召集居民会议和共建会议。',
	village: '村务公开、民主议事、调解纠纷、公共卫生，召集村民会议和村民代表会议。',
	station: '社会救助、老年证、计划生育、就业登记等窗口服务，代办和上门服务。',
	supervision: '监督居务决策和财务公开，受理对公开内容的意见。',
	owners: '代表业主与物业签约，组织业主大会，管理公共收益和维修资金的使用。',
	property: '房屋共用部位维修、保洁、秩序维护、绿化、停车管理。',
	social: '组织邻里节、助老助残、儿童课后活动和志愿服务。'
};

/** The parties of the community that is complete. */
export const FULL_PARTIES: readonly PartyPlan[] = [
	body('party-committee', 'party-committee', '枫林苑社区党委', DUTIES.party),
	body('residents-committee', 'residents-committee', '枫林苑社区居委会', DUTIES.committee),
	body('service-station', 'service-station', '枫林苑社区服务站', DUTIES.station),
	body('supervisory-committee', 'supervisory-committee', '枫林苑社区居务监督委员会', DUTIES.supervision),
	body('owners-committee-0', 'owners-committee', '枫林里小区物业管理委员会', DUTIES.owners, { propertyArea: 0 }),
	body('property-company-0', 'property-company', '清杨房管物业服务中心', DUTIES.property, { propertyArea: 0 }),
	body('owners-committee-1', 'owners-committee', '枫林苑小区业主委员会', DUTIES.owners, { propertyArea: 1 }),
	body('property-company-1', 'property-company', '恒安物业枫林苑项目部', DUTIES.property, { propertyArea: 1 }),
	body('social-organisation', 'social-organisation', '枫林邻里互助社', DUTIES.social)
];

/** What a lighter community has, by its kind. */
export function lightParties({ name, kind, propertyAreas }: CommunityPlan): PartyPlan[] {
	const village = kind === 'village';
	const estate = propertyAreas[0]!.name;
	const parties = [
		body('party-committee', 'party-committee', village ? `${name}党支部` : `${name}党委`, DUTIES.party),
		body(
			'residents-committee',
			'residents-committee',
			village ? `${name}村民委员会` : `${name}居委会`,
			village ? DUTIES.village : DUTIES.committee
		),
		body('service-station', 'service-station', village ? `${name}便民服务站` : `${name}服务站`, DUTIES.station),
		body(
			'supervisory-committee',
			'supervisory-committee',
			village ? `${name}村务监督委员会` : `${name}居务监督委员会`,
			DUTIES.supervision
		),
		body(
			'social-organisation',
			'social-organisation',
			village ? `${name}老年协会` : `${name.replace('社区', '')}邻里社`,
			DUTIES.social
		)
	];
	if (village) return parties;
	return [
		...parties,
		body('owners-committee-0', 'owners-committee', `${estate}${OWNERS_BODY[kind]}`, DUTIES.owners, { propertyArea: 0 }),
		body('property-company-0', 'property-company', PROPERTY_COMPANY[kind](estate), DUTIES.property, { propertyArea: 0 })
	];
}

const OWNERS_BODY: Record<CommunityKind, string> = {
	'commercial-estate': '业主委员会',
	'old-estate': '物业管理委员会',
	compound: '家属委员会',
	'urban-fringe': '物业管理委员会',
	village: ''
};

const PROPERTY_COMPANY: Record<CommunityKind, (estate: string) => string> = {
	'commercial-estate': (estate) => `和泰物业${estate}项目部`,
	'old-estate': (estate) => `房管物业服务中心${estate}管理处`,
	compound: (estate) => `机修厂后勤物业${estate}管理处`,
	'urban-fringe': (estate) => `渠安物业${estate}项目部`,
	village: () => ''
};

const AGENCIES: readonly [slot: string, suffix: string, field: string, duties: string][] = [
	['police', '派出所', '公安', '治安、户籍、出租房屋和犬类管理。'],
	['urban-management', '综合行政执法队', '城管', '占道、违建、私装地锁、占用消防通道、乱倒垃圾的执法。'],
	['market', '市场监管所', '工商', '餐饮和商户证照、食品安全、价格和消费投诉。'],
	['traffic', '交通管理中队', '交通', '道路停车、交通设施、单行和限行。'],
	['housing', '房屋管理所', '房管', '物业监管、维修资金审核、房屋安全、老旧小区改造。'],
	['health', '卫生健康监督站', '卫生', '公共场所卫生、二次供水、病媒生物防制。'],
	['fire', '消防救援站', '消防', '消防通道、楼道堆物、电动车充电的检查。'],
	['sanitation', '环卫所', '环卫', '生活垃圾清运、公厕、道路清扫和积存垃圾。']
];

/** A street or town: its office, and the agencies sent down to it (派驻机构). */
export function streetParties({ name }: (typeof STREETS)[number]): PartyPlan[] {
	const town = name.endsWith('镇');
	return [
		body(
			'street-office',
			'street-office',
			town ? `${name}人民政府` : `${name}办事处`,
			'统筹协调、吹哨调度辖区内的案件，指导社区自治。'
		),
		...AGENCIES.map(([slot, suffix, field, duties]) =>
			body(slot, 'dispatched-agency', `${name.replace(/街道|镇/, '')}${suffix}`, duties, { field })
		)
	];
}

export const DISTRICT_PARTIES: readonly PartyPlan[] = [
	body(
		'district-centre',
		'district-centre',
		'景和区社会治理指挥中心',
		'全区案件的受理、派遣、督办和考核，两级指挥、三级联动。'
	),
	body('housing', 'dispatched-agency', '景和区住房和城乡建设委员会', '老旧小区改造、加装电梯、物业行业监管。', {
		field: '房管'
	}),
	body('urban-management', 'dispatched-agency', '景和区城市管理委员会', '市政管线、路灯、井盖、供热供气协调。', {
		field: '城管'
	}),
	body('parks', 'dispatched-agency', '景和区园林绿化局', '公共绿地、古树名木、树木修剪审批。', { field: '园林' }),
	body('water', 'dispatched-agency', '景和区水务局', '供排水、防汛、积水点治理。', { field: '水务' })
];

/** Every area with its parties: [code of the area, parties]. */
export function allParties(communities: readonly CommunityPlan[]): [string, readonly PartyPlan[]][] {
	return [
		[DISTRICT.code, DISTRICT_PARTIES],
		...STREETS.map((street): [string, PartyPlan[]] => [street.code, streetParties(street)]),
		...communities.map((plan, i): [string, readonly PartyPlan[]] => [
			plan.code,
			i === 0 ? FULL_PARTIES : lightParties(plan)
		])
	];
}
