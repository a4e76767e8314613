import type { CaseStory } from '../../history/cases/story.ts';

/** In the middle of their lives on day 0, where it has to be found out whose it is: flat, street, district. */
export const UNDER_WAY_WHOSE: readonly CaseStory[] = [
	{
		key: 'leak-which-flat',
		title: '楼上漏水泡了厨房吊顶',
		description: '厨房吊顶滴水，吊顶已经鼓包。敲楼上没人应，请社区帮忙联系。',
		place: '2号楼4单元',
		building: '2号楼',
		category: 'grid-work-mediation',
		by: 'resident6',
		visible: true,
		at: [-4, '19:05'],
		steps: [
			['+1 09:15', 'desk', { act: 'accept' }],
			['+1 09:30', 'desk', { act: 'dispatch', unit: 'residents-committee' }],
			['+1 10:20', '@wangge1', { act: 'sign' }],
			[
				'+2 15:10',
				'@wangge1',
				{ act: 'ask-reporter', question: '楼上业主在外地，同意由您在场、物业开水表井查漏。您这周哪天在家？', days: 5 }
			]
		],
		ends: 'waiting-reporter'
	},
	{
		key: 'dead-branches',
		title: '枫林东路一侧大树枯枝悬空',
		description: '靠9号楼的一棵杨树有碗口粗的枯枝挂在半空，风一大就晃，底下是放学的路。',
		place: '枫林东路西侧绿地，9号楼东',
		building: '9号楼',
		category: 'component-greenery',
		by: 'wangge2',
		for: 'residents-committee',
		at: [-1, '16:20'],
		steps: [
			['+0 16:50', 'desk', { act: 'accept' }],
			['now-130', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			[
				'now-60',
				'unit',
				{ act: 'dispute', reason: '该树在小区红线以外，属枫林东路行道树，树木修剪须由园林部门审批，物业无权处置。' }
			]
		],
		ends: 'disputed'
	},
	{
		key: 'night-stalls',
		title: '枫林路夜市烧烤油烟扰民',
		description: '晚上九点以后南门外七八个烧烤摊，油烟直冲7号楼，开不了窗，人行道上全是油污。',
		place: '枫林路南门外人行道',
		building: '7号楼',
		category: 'event-street-order',
		by: 'yeweihui-weiyuan',
		at: [-3, '21:48'],
		steps: [
			['+1 09:10', 'desk', { act: 'accept' }],
			['+1 09:25', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+1 10:45', 'unit', { act: 'sign' }],
			[
				'now-90',
				'unit',
				{ act: 'escalate', reason: 'no-authority', note: '摊贩在市政道路上经营，物业劝导两晚无效，需要执法。' }
			]
		],
		ends: 'accepted'
	},
	{
		key: 'facade',
		title: '枫林里5号楼外墙保温层脱落',
		description: '5号楼北山墙三层以上保温板起鼓，前天掉下脸盆大一块，楼下是晾衣处。已用警戒带围住，请尽快处理。',
		place: '5号楼北山墙',
		building: '5号楼',
		category: 'component-other',
		by: 'jiandu',
		visible: true,
		public: true,
		at: [-52, '08:50'],
		steps: [
			['+0 09:20', 'desk', { act: 'accept' }],
			['+0 09:40', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 11:00', 'unit', { act: 'sign' }],
			[
				'+2 16:20',
				'unit',
				{ act: 'escalate', reason: 'no-authority', note: '整面墙空鼓率过半，须专业检测和整体修缮，超出日常养护范围。' }
			],
			['+3 09:30', 'desk', { act: 'dispatch', unit: 'street/housing' }],
			['+3 11:10', 'unit', { act: 'sign' }],
			[
				'+5 14:00',
				'unit',
				{ act: 'escalate', reason: 'owner-unclear', note: '产权单位已注销，维修资金余额不足，请区里研究资金渠道。' }
			],
			['+6 09:10', 'desk', { act: 'dispatch', unit: 'district/housing' }],
			['+6 11:30', 'unit', { act: 'sign' }],
			[
				'+8 15:00',
				'district',
				{
					act: 'put-on-account',
					reason: 'engineering',
					note: '纳入明年老旧小区外墙修缮计划。入场前由物业每周巡查，防护棚已搭好。',
					days: 85
				}
			]
		],
		ends: 'on-account'
	},
	{
		key: 'backflow',
		title: '永济渠南岸雨水篦子返水',
		description: '一下雨北侧小花园的两个篦子就往外冒水，漫到10号楼门前，水里有味。',
		place: '北侧小花园，10号楼北',
		building: '10号楼',
		category: 'component-utilities',
		by: 'daibiao2',
		public: true,
		at: [-9, '07:40'],
		steps: [
			['+0 09:15', 'desk', { act: 'accept', class: 'C' }],
			['+0 09:40', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+0 10:30', 'unit', { act: 'sign' }],
			[
				'+1 15:30',
				'unit',
				{ act: 'escalate', reason: 'several-units', note: '红线内管道已疏通，返水来自渠边市政接口，闸门由水务管。' }
			],
			['+1 17:20', 'desk', { act: 'dispatch', unit: 'street/urban-management' }],
			['+2 09:40', 'unit', { act: 'sign' }],
			[
				'+3 10:00',
				'unit',
				{ act: 'escalate', reason: 'owner-unclear', note: '接口图纸上标为“待移交”，市政和水务都称未接收。' }
			],
			['+3 15:00', 'desk', { act: 'dispatch', unit: 'district/water' }],
			['+3 16:40', 'unit', { act: 'sign' }],
			['+7 09:30', 'caller', { act: 'tell-progress', note: '已告知谭代表：水务局已装临时拍门，正式接口改造在等审批。' }]
		],
		ends: 'handling'
	}
];
