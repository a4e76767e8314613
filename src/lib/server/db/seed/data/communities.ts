import type { CommunityKind } from '#lib/domain/community/hierarchy.ts';
import { FENGLINYUAN } from './fenglinyuan.ts';
import type { BuildingPlan, CommunityPlan } from './places.ts';

const WALK_UP = [6_440, 4_872, 5_916] as const;
const TOWER = [8_830, 11_956, 8_830] as const;
const COURTYARD = [16_700, 18_200, 20_400, 17_500] as const;

interface Brief {
	code: string;
	name: string;
	letters: string;
	kind: CommunityKind;
	address: string;
	introduction: string;
	estate: string;
	/** Names of its buildings, or of a village's groups. */
	buildings: readonly string[];
}

const BRIEFS: readonly Brief[] = [
	{
		code: '990101001002',
		name: '清杨东里社区',
		letters: 'QYD',
		kind: 'old-estate',
		address: '清杨东里12号',
		estate: '清杨东里小区',
		buildings: ['甲1号楼', '甲2号楼', '甲3号楼'],
		introduction: '上世纪八十年代建成的老旧小区，六十岁以上居民超过三成，2024年完成上下水改造。'
	},
	{
		code: '990101001003',
		name: '银杏园社区',
		letters: 'YXY',
		kind: 'commercial-estate',
		address: '银杏路9号',
		estate: '银杏园小区',
		buildings: ['1号楼', '2号楼'],
		introduction: '2015年交付的商品房小区，年轻家庭多，社区与小区业委会共用一间议事厅。'
	},
	{
		code: '990101001004',
		name: '机修厂社区',
		letters: 'JXC',
		kind: 'compound',
		address: '机修厂北路2号',
		estate: '机修厂家属院',
		buildings: ['南楼', '北楼', '筒子楼'],
		introduction: '原燕宁机修厂家属院，2019年完成“三供一业”移交，由社区与产权单位共同管理。'
	},
	{
		code: '990101002001',
		name: '望槐北社区',
		letters: 'WHB',
		kind: 'old-estate',
		address: '望槐大街31号',
		estate: '望槐北里',
		buildings: ['1号楼', '2号楼', '3号楼'],
		introduction: '临街老旧小区，底商较多，油烟和停车是居民议事会谈得最多的两件事。'
	},
	{
		code: '990101002002',
		name: '槐荫里社区',
		letters: 'HYL',
		kind: 'old-estate',
		address: '槐荫里胡同5号',
		estate: '槐荫里小区',
		buildings: ['东楼', '西楼'],
		introduction: '由四条胡同和一个小院式小区组成，院里三棵老槐树是居民聚会的地方。'
	},
	{
		code: '990101002003',
		name: '三里渠社区',
		letters: 'SLQ',
		kind: 'urban-fringe',
		address: '三里渠路88号',
		estate: '三里渠回迁房',
		buildings: ['1号楼', '2号楼'],
		introduction: '城乡结合部社区，外来务工人员占四成，出租房屋管理和电动车充电是重点。'
	},
	{
		code: '990101002004',
		name: '星辰花园社区',
		letters: 'XCH',
		kind: 'commercial-estate',
		address: '星辰路1号',
		estate: '星辰花园',
		buildings: ['A座', 'B座'],
		introduction: '2018年交付的商品房小区，首届业主委员会2023年成立。'
	},
	{
		code: '990101003001',
		name: '北渠社区',
		letters: 'BQS',
		kind: 'urban-fringe',
		address: '北渠镇中心街20号',
		estate: '北渠家园',
		buildings: ['1号楼', '2号楼', '3号楼'],
		introduction: '镇中心社区，临近农贸市场，早晚高峰占道经营较多。'
	},
	{
		code: '990101003002',
		name: '渠东新苑社区',
		letters: 'QDX',
		kind: 'commercial-estate',
		address: '渠东路16号',
		estate: '渠东新苑',
		buildings: ['1号楼', '2号楼'],
		introduction: '镇区新建商品房小区，2022年入住，物业由前期物业公司管理。'
	},
	{
		code: '990101003003',
		name: '后营村',
		letters: 'HYC',
		kind: 'village',
		address: '北渠镇后营村村委会',
		estate: '后营村住宅区',
		buildings: ['一组', '二组'],
		introduction: '全村两个村民小组，以果树种植和农家院为主，2025年完成污水管网入户。'
	},
	{
		code: '990101003004',
		name: '东柳村',
		letters: 'DLC',
		kind: 'village',
		address: '北渠镇东柳村村委会',
		estate: '东柳村住宅区',
		buildings: ['一组', '二组', '三组'],
		introduction: '沿渠而居的老村子，三个村民小组，村里有一座修缮过的老戏台。'
	}
];

function light(brief: Brief, index: number): CommunityPlan {
	const village = brief.kind === 'village';
	const shape: Pick<BuildingPlan, 'entrances' | 'floors' | 'landing' | 'households'> = village
		? { entrances: 1, floors: 1, landing: Array.from({ length: 24 }, (_, i) => COURTYARD[i % 4]!), households: 22 }
		: brief.kind === 'commercial-estate'
			? { entrances: 1, floors: 9, landing: TOWER, households: 24 }
			: { entrances: 2, floors: 5, landing: WALK_UP, households: 27 };
	const width = 160 * brief.buildings.length;
	const split = [width / 2 + 6, 96] as const;
	return {
		...brief,
		corner: [119.64 + (index % 4) * 0.012, 38.93 + Math.floor(index / 4) * 0.011],
		grids: [
			{ name: '第一网格', corners: [[0, 0], [width, 4], [width - 3, 98], split, [-4, 92]] },
			{ name: '第二网格', corners: [[-4, 92], split, [width - 3, 98], [width + 5, 192], [2, 188]] }
		],
		propertyAreas: [
			{
				name: brief.estate,
				courtyards: village,
				buildings: brief.buildings.map((name, i) => ({
					...shape,
					name,
					at: [70 + i * 150, i % 2 ? 140 : 48],
					grid: i % 2
				}))
			}
		]
	};
}

/** All twelve, the complete one first. */
export const COMMUNITIES: readonly CommunityPlan[] = [FENGLINYUAN, ...BRIEFS.map(light)];
