import type { CaseStory } from '../../history/cases/story.ts';

/** What neighbours miss or mind in house and yard, and how it went: most at once. */
export const AMENITIES: readonly CaseStory[] = [
	{
		key: 'bench',
		title: '要求在北侧小花园加几把椅子',
		description: '老人走到花园没地方坐，能不能加三四把椅子？',
		place: '北侧小花园',
		building: '10号楼',
		category: 'component-greenery',
		by: 'daibiao2',
		at: [-119, '16:20'],
		steps: [
			[
				'+0 16:50',
				'desk',
				{ act: 'refuse', reason: 'other-office', channel: '花园属区园林绿化局养护，请拨区园林热线提出。' }
			],
			[
				'+0 17:30',
				'reporter',
				{ act: 'appeal', reason: '花园归谁管居民分不清，社区应当代为转办，而不是让老人自己打电话。' }
			],
			['+1 09:30', 'desk', { act: 'accept' }],
			['+1 10:00', 'desk', { act: 'dispatch', unit: 'district/parks' }],
			['+1 14:00', 'unit', { act: 'sign' }],
			['+4 16:00', 'unit', { act: 'finish', result: '安装带扶手木椅四把，两把在树荫、两把朝阳，轮椅回转空间已留。' }],
			['+5 10:20', 'verifier', { act: 'pass' }],
			[
				'+5 15:10',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '谭代表说老人们当天就坐上了。' }
			]
		]
	},
	{
		key: 'drum-noise',
		title: '广场舞音响声音太大',
		description: '晚上七点半到九点，音响开得整栋楼都震，孩子没法写作业。',
		place: '枫林苑小区中心广场',
		building: '8号楼',
		category: 'grid-work-mediation',
		by: 'resident9',
		at: [-154, '21:10'],
		steps: [
			['+1 09:10', 'desk', { act: 'accept' }],
			['+1 09:30', 'desk', { act: 'dispatch', unit: 'residents-committee' }],
			['+1 10:10', '@wangge2', { act: 'sign' }],
			['+2 12:00', 'reporter', { act: 'withdraw' }]
		],
		ends: 'withdrawn'
	},
	{
		key: 'abandoned-bikes',
		title: '自行车棚里堆满僵尸车',
		description: '2号楼车棚一半是没人要的破车，能骑的没处放。',
		place: '2号楼自行车棚',
		building: '2号楼',
		category: 'event-environment',
		at: [-268, '11:05'],
		steps: [
			['+0 11:40', 'desk', { act: 'accept' }],
			['+0 13:30', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 15:00', 'unit', { act: 'sign' }],
			[
				'+6 16:00',
				'unit',
				{ act: 'finish', result: '贴条公示五天，认领9辆，其余41辆登记拍照后移交回收，车棚重新划线。' }
			],
			['+6 17:20', 'verifier', { act: 'pass' }],
			['+7 10:00', 'caller', { act: 'call', contacted: false, note: '无人接听。' }],
			['+8 15:00', 'caller', { act: 'call', contacted: false, note: '关机。' }],
			['+9 18:30', 'caller', { act: 'call', contacted: false, note: '无人接听，已发短信告知结果。' }]
		]
	},
	{
		key: 'slide',
		title: '儿童滑梯底部开裂割手',
		description: '中心广场的滑梯最下面裂了一道口子，边上很锋利，已经有孩子划破手。',
		place: '枫林苑小区中心广场',
		building: '9号楼',
		category: 'component-other',
		by: 'resident3',
		visible: true,
		public: true,
		at: [-84, '17:45'],
		steps: [
			['+1 09:05', 'desk', { act: 'accept' }],
			['+1 09:15', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+1 09:40', 'unit', { act: 'sign' }],
			['+2 15:00', 'unit', { act: 'finish', result: '围挡停用，裂口打磨封边。' }],
			['+2 17:00', 'verifier', { act: 'pass' }],
			[
				'+3 10:00',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'neutral', note: '先这样，希望换新的。' }
			],
			['+12 18:20', 'reporter', { act: 'reopen', reason: '封边又翘起来了，还是会划手，请直接换滑板。' }],
			[
				'+14 16:00',
				'unit',
				{ act: 'finish', result: '整块滑板更换为新件，厂家质保三年，更换费用从公共收益列支并公示。' }
			],
			['+15 10:00', 'verifier', { act: 'pass' }],
			['+15 18:40', 'reporter', { act: 'answer', solved: true, grade: 'very-satisfied', note: '孩子们排队滑，谢谢！' }]
		]
	},
	{
		key: 'cold-flats',
		title: '1号楼西侧室温不到16度',
		description: '供暖一周了，西头几户最高才15.6度，家里有刚满月的孩子。',
		place: '1号楼1单元',
		building: '1号楼',
		category: 'grid-work-city-operation',
		by: 'daibiao1',
		at: [-357, '08:10'],
		steps: [
			['+0 09:00', 'desk', { act: 'accept' }],
			['+0 09:05', 'desk', { act: 'dispatch', unit: 'district/urban-management' }],
			['+0 09:40', 'unit', { act: 'sign' }],
			[
				'+0 20:30',
				'unit',
				{ act: 'finish', result: '换热站二次网过滤器堵塞，清洗后回水升到42度，入户测温5户，18.4到19.6度。' }
			],
			['+0 21:10', 'verifier', { act: 'pass' }],
			['+1 07:50', 'caller', { act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '早上量了19度。' }]
		]
	}
];
