import type { CaseStory } from '../../history/cases/story.ts';

/** Services, order and cleanliness: agencies of the street and the community's own people. */
export const SERVICES: readonly CaseStory[] = [
	{
		key: 'bins-overflow',
		title: '厨余垃圾桶满溢，清运不及时',
		description: '3号楼前的厨余桶从昨天满到现在，苍蝇乱飞，袋子堆到路中间。',
		place: '3号楼前垃圾分类站',
		building: '3号楼',
		category: 'event-environment',
		by: 'resident2',
		at: [-70, '07:50'],
		steps: [
			['+0 08:40', 'desk', { act: 'accept' }],
			['+0 08:50', 'desk', { act: 'dispatch', unit: 'street/sanitation' }],
			['+0 10:00', 'unit', { act: 'sign' }],
			[
				'+0 15:30',
				'unit',
				{ act: 'finish', result: '当日加开两车清空冲洗。经核为线路调整漏排，已恢复每日早6点、晚8点两次清运。' }
			],
			['+1 09:20', 'verifier', { act: 'pass' }],
			[
				'+1 14:30',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '张师傅说今早就清了。' }
			]
		]
	},
	{
		key: 'loose-dog',
		title: '大型犬不拴绳追孩子',
		description: '有人晚上在花园遛一条金毛不拴绳，把孩子追得摔了一跤。',
		place: '北侧小花园',
		building: '11号楼',
		category: 'grid-work-public-order',
		by: 'resident8',
		at: [-49, '20:25'],
		steps: [
			['+1 09:15', 'desk', { act: 'accept' }],
			['+1 09:30', 'desk', { act: 'dispatch', unit: 'street/police' }],
			['+1 11:40', 'unit', { act: 'sign' }],
			[
				'+4 20:30',
				'unit',
				{ act: 'finish', result: '查到犬主并批评教育，补办犬证、签文明养犬承诺；连续三晚巡逻，发放牵引绳20条。' }
			],
			['+5 10:00', 'verifier', { act: 'pass' }],
			[
				'+5 16:00',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '这几天都拴了。' }
			]
		]
	},
	{
		key: 'mosquitoes',
		title: '地下室积水滋生蚊虫',
		description: '12号楼地下二层集水坑没盖，一股臭味，蚊子顺着电梯井上来。',
		place: '12号楼地下二层',
		building: '12号楼',
		category: 'event-environment',
		at: [-133, '09:30'],
		steps: [
			['+0 10:10', 'desk', { act: 'accept' }],
			['+0 10:25', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+0 12:10', 'unit', { act: 'dispute', reason: '灭蚊消杀属病媒防制，应由卫生监督站组织专业队伍。' }],
			[
				'+0 14:20',
				'higher-desk',
				{ act: 'overrule', reason: '集水坑失管是源头，由物业抽水加盖；消杀由卫生监督站指导，不换主责单位。' }
			],
			[
				'+3 16:30',
				'unit',
				{ act: 'finish', result: '集水坑抽干清淤、加盖板和自动浮球，会同卫生监督站消杀两次，电梯井口加防虫网。' }
			],
			['+4 09:40', 'verifier', { act: 'pass' }],
			['+4 15:00', 'caller', { act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '没什么蚊子了。' }]
		]
	},
	{
		key: 'elder-alone',
		title: '独居老人两天没出门',
		description: '2号楼3单元301王大爷平时天天下楼，这两天没见，敲门没人应，灯也没亮。',
		place: '2号楼3单元301',
		building: '2号楼',
		category: 'grid-work-social-service',
		by: 'wangge1',
		for: 'residents-committee',
		at: [-300, '16:05'],
		steps: [
			['+0 16:08', 'desk', { act: 'accept', class: 'B' }],
			['+0 16:10', 'desk', { act: 'dispatch', unit: 'service-station' }],
			['+0 16:20', 'unit', { act: 'sign' }],
			[
				'+0 17:30',
				'unit',
				{ act: 'finish', result: '联系上老人女儿，老人因肺炎住院，平安。已登记为重点关爱户，出院后每天一次上门探视。' }
			],
			['+0 18:00', 'verifier', { act: 'pass' }],
			[
				'+0 18:20',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '网格员：大家都松了口气。' }
			]
		]
	},
	{
		key: 'group-renting',
		title: '11号楼疑似隔断群租',
		description: '1304进进出出十几个人，半夜还有动静，听说打了隔断。',
		place: '11号楼1304室',
		building: '11号楼',
		category: 'grid-work-population',
		at: [-105, '21:30'],
		steps: [
			['+1 09:20', 'desk', { act: 'accept' }],
			['+1 09:40', 'desk', { act: 'dispatch', unit: 'street/police' }],
			['sign+45', 'desk', { act: 'dispatch', unit: 'street/police' }],
			['>1 09:10', 'unit', { act: 'sign' }],
			[
				'>0 14:00',
				'street',
				{ act: 'whistle', departments: ['street/housing', 'street/fire'], reason: '联合入户核查隔断、用电和登记。' }
			],
			['>0 16:30', 'department', { act: 'report-in', department: 'street/housing' }],
			['>1 09:20', 'department', { act: 'report-in', department: 'street/fire' }],
			[
				'>0 17:30',
				'unit',
				{ act: 'finish', result: '查实隔断两处、床位11张。隔断已拆，合同解除，房东补办登记，留住4人符合人均面积标准。' }
			],
			['>1 10:00', 'verifier', { act: 'pass' }],
			['>0 16:20', 'caller', { act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '安静多了。' }]
		]
	},
	{
		key: 'stair-rail',
		title: '3号楼4单元楼梯扶手松动',
		description: '三层到四层的扶手晃，老人扶着不敢用力。',
		place: '3号楼4单元三层',
		building: '3号楼',
		category: 'component-other',
		by: 'wuguanhui-weiyuan',
		at: [-37, '09:15'],
		steps: [
			['+0 09:50', 'desk', { act: 'accept' }],
			['+0 10:05', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 10:50', 'unit', { act: 'sign' }],
			['+1 11:20', 'unit', { act: 'finish', result: '重新植筋固定，六个单元扶手逐层检查，另紧固7处。' }],
			['+1 16:00', 'verifier', { act: 'pass' }],
			['+2 10:30', 'caller', { act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '很结实。' }]
		]
	},
	{
		key: 'shared-bikes',
		title: '共享单车堵住南门盲道',
		description: '南门口共享单车从盲道一直停到机动车道，轮椅出不来。',
		place: '枫林路南门',
		building: '7号楼',
		category: 'event-street-order',
		by: 'wangge2',
		for: 'residents-committee',
		at: [-21, '08:15'],
		steps: [
			['+0 08:50', 'desk', { act: 'accept' }],
			['+0 09:05', 'desk', { act: 'dispatch', unit: 'street/urban-management' }],
			['+0 10:20', 'unit', { act: 'sign' }],
			[
				'+1 15:00',
				'unit',
				{ act: 'finish', result: '清运176辆，施划停放区两处，运营企业设电子围栏，早晚高峰派人值守。' }
			],
			['+1 17:00', 'verifier', { act: 'pass' }],
			[
				'+2 10:00',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '盲道通了，早高峰再看看。' }
			]
		]
	},
	{
		key: 'speed-bumps',
		title: '请在消防环路弯道加减速带',
		description: '快递车在11号楼拐弯处开得飞快，上周差点撞到推车的老人。',
		place: '消防环路11号楼弯道',
		building: '11号楼',
		category: 'component-traffic',
		by: 'yeweihui-fuzhuren',
		for: 'owners-committee-1',
		public: true,
		at: [-77, '19:50'],
		steps: [
			['+1 09:00', 'desk', { act: 'accept' }],
			['+1 09:20', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+1 10:00', 'unit', { act: 'sign' }],
			[
				'+5 16:20',
				'unit',
				{ act: 'finish', result: '弯道两端各装橡胶减速带一条、广角镜一面，快递车统一限速10公里并贴标识。' }
			],
			['+6 09:40', 'verifier', { act: 'pass' }],
			[
				'+6 18:10',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '姚主任：业委会群里都说好。' }
			]
		]
	},
	{
		key: 'small-ads',
		title: '单元门和楼道贴满小广告',
		description: '开锁、通下水的小广告从一层贴到六层，刚刷的墙又花了。',
		place: '5号楼各单元',
		building: '5号楼',
		category: 'event-advertising',
		at: [-222, '14:30'],
		steps: [
			['+0 15:00', 'desk', { act: 'accept' }],
			['+0 15:15', 'desk', { act: 'dispatch', unit: 'residents-committee' }],
			['+0 16:10', '@wangge4', { act: 'sign' }],
			[
				'+3 17:00',
				'@wangge4',
				{ act: 'finish', result: '与保洁、志愿者清除小广告240余处，每个单元设便民信息栏一块，电话号码已移交城管停机。' }
			],
			['+4 10:00', 'verifier', { act: 'pass' }],
			['+4 16:30', 'caller', { act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '干净了。' }]
		]
	}
];
