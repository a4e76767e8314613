import type { CaseStory } from '../../history/cases/story.ts';

/** Cases in the middle of their lives on day 0, one for each thing that somebody may have to do. */
export const UNDER_WAY: readonly CaseStory[] = [
	{
		key: 'fire-lane',
		title: '3号楼西侧消防通道被占',
		description:
			'3号楼西侧消防通道长期停放私家车，最窄处只剩1.6米，消防车无法通过。物业本月劝离11次，劝走又停。请划设黄线并加装可升降地桩，对反复占用的依法处理。',
		place: '3号楼西侧消防通道',
		building: '3号楼',
		category: 'grid-work-work-safety',
		by: 'juwei',
		for: 'residents-committee',
		public: true,
		at: [-14, '19:32'],
		steps: [
			['+0 20:05', 'desk', { act: 'accept' }],
			['+0 20:08', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 20:40', 'unit', { act: 'sign' }],
			['+7 19:50', 'caller', { act: 'tell-progress', note: '已告知周主任：物业劝离无执法权，案件将升级到街道。' }],
			[
				'+7 21:00',
				'desk',
				{ act: 'reclassify', class: 'D', reason: '涉及执法、交通标线和消防三家，需要现场勘查和施工，按复杂类办理。' }
			],
			['+7 21:04', 'desk', { act: 'dispatch', unit: 'street/urban-management' }],
			['+8 09:20', 'unit', { act: 'sign' }],
			[
				'+9 10:00',
				'street',
				{
					act: 'whistle',
					departments: ['street/fire', 'street/traffic'],
					reason: '请到3号楼西侧现场会商划线位置和地桩形式。'
				}
			],
			['+9 15:30', 'department', { act: 'report-in', department: 'street/fire' }],
			['+10 10:20', 'department', { act: 'report-in', department: 'street/traffic' }],
			[
				'+12 16:00',
				'unit',
				{ act: 'ask-extension', hours: 10, reason: '地桩已到货，划线漆需避开明早晨练时段，请延到明晚。' }
			],
			['+12 17:10', 'unit-leader', { act: 'grant-extension', note: '同意，务必一次划到位。' }]
		],
		ends: 'handling'
	},
	{
		key: 'garage-lights',
		title: '9号楼地下车库B区顶灯成片不亮',
		description: 'B区靠9号楼电梯厅这一片大约六盏灯都不亮，晚上推婴儿车看不清台阶，已经有邻居崴了脚。',
		place: '枫林苑小区地下车库B区',
		building: '9号楼',
		category: 'component-other',
		by: 'resident3',
		visible: true,
		at: 'now-70',
		steps: [
			['now-40', 'desk', { act: 'accept' }],
			['now-25', 'desk', { act: 'dispatch', unit: 'property-company-1' }]
		],
		ends: 'dispatched'
	},
	{
		key: 'manhole',
		title: '小区东门井盖破损下沉',
		description: '东门外人行道上一个雨水井盖裂成两半，低了三四公分，电动车过去咣当响，怕老人踩空。',
		place: '枫林苑小区东门外人行道',
		building: '8号楼',
		category: 'component-environment',
		by: 'resident5',
		at: [-3, '08:25'],
		steps: [
			['+0 09:10', 'desk', { act: 'accept' }],
			['+0 09:25', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+0 10:40', 'unit', { act: 'sign' }],
			['+2 16:30', 'unit', { act: 'finish', result: '已更换为重型防沉降井盖，四周补沥青找平，围挡已撤。' }]
		],
		ends: 'verifying'
	},
	{
		key: 'manhole-again',
		title: '东门口井盖坏了',
		description: '接孩子回来自行车前轮陷了一下，东门口那个井盖碎了。',
		place: '枫林苑小区东门',
		building: '8号楼',
		category: 'component-environment',
		at: [-3, '17:12'],
		steps: [['+0 17:40', 'desk', { act: 'merge', master: 'manhole' }]],
		ends: 'merged'
	},
	{
		key: 'wet-stairs',
		title: '4号楼1单元一层楼道有积水',
		description: '一进单元门就是一摊水，像是从101门口的水表井里渗出来的，地上滑。',
		place: '4号楼1单元一层',
		building: '4号楼',
		category: 'component-other',
		by: 'resident1',
		at: 'now-35',
		steps: [],
		ends: 'submitted'
	},
	{
		key: 'lift-noise',
		title: '8号楼2单元电梯运行异响',
		description: '电梯经过12层时“咯噔”一声，已经一个星期了，晚上特别明显，住户担心安全。',
		place: '8号楼2单元电梯',
		building: '8号楼',
		category: 'component-other',
		by: 'yeweihui',
		visible: true,
		at: [-6, '20:15'],
		steps: [
			['+1 09:05', 'desk', { act: 'accept' }],
			['+1 09:20', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+1 10:10', 'unit', { act: 'sign' }],
			[
				'+3 17:00',
				'unit',
				{ act: 'finish', result: '维保单位更换12层导靴衬垫、紧固导轨压板，空载和满载各试运行二十趟，无异响。' }
			],
			['+4 10:30', 'verifier', { act: 'pass' }]
		],
		ends: 'calling-back'
	},
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
