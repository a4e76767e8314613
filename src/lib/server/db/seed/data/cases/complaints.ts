import type { CaseStory } from '../../history/cases/story.ts';

/** What neighbours complain of about each other, a shop or a body, and how it went: some the long way round. */
export const COMPLAINTS: readonly CaseStory[] = [
	{
		key: 'parking-quarrel',
		title: '4号楼前车位使用起纠纷',
		description: '两家为一个没划线的位置天天吵，昨晚差点动手，请社区来调解。',
		place: '4号楼南侧空地',
		building: '4号楼',
		category: 'grid-work-mediation',
		at: [-239, '20:40'],
		steps: [
			['+1 09:10', 'desk', { act: 'accept' }],
			['+1 09:25', 'desk', { act: 'dispatch', unit: 'residents-committee' }],
			['+1 10:00', '@wangge4', { act: 'sign' }],
			[
				'+3 19:30',
				'@wangge4',
				{ act: 'finish', result: '两家到社区谈了一次，达成口头约定：晚上七点后先到先停，互留电话。' }
			],
			['+4 09:30', 'verifier', { act: 'pass' }],
			[
				'+4 15:00',
				'caller',
				{ act: 'call', contacted: true, solved: false, grade: 'dissatisfied', note: '约定三天就不算数了，要求划线。' }
			],
			[
				'+5 10:00',
				'@wangge4',
				{ act: 'finish', result: '会同物业和物管会现场丈量，补划两个车位并抽签轮换，双方签了调解协议书。' }
			],
			['+5 17:00', 'verifier', { act: 'pass' }],
			[
				'+6 10:20',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '有协议、有线，服气。' }
			]
		]
	},
	{
		key: 'barbecue-fumes',
		title: '底商餐馆油烟直排熏到二楼',
		description: '7号楼底商一家小炒店，油烟管道就在我家窗户下面，做饭时间家里全是味。',
		place: '7号楼底商',
		building: '7号楼',
		category: 'event-environment',
		by: 'resident7',
		at: [-174, '12:15'],
		steps: [
			['+0 13:20', 'desk', { act: 'accept' }],
			['+0 13:40', 'desk', { act: 'dispatch', unit: 'street/market' }],
			['+0 15:10', 'unit', { act: 'sign' }],
			['+4 16:00', 'unit', { act: 'finish', result: '店家已清洗净化器、更换滤芯，责令建立清洗台账。' }],
			['+5 10:00', 'verifier', { act: 'pass' }],
			[
				'+5 14:30',
				'caller',
				{ act: 'call', contacted: true, solved: false, grade: 'dissatisfied', note: '只好了两天，饭点还是有味。' }
			],
			['+7 16:30', 'unit', { act: 'finish', result: '再次检查，要求加装二级净化并改变排口朝向。' }],
			['+8 09:40', 'verifier', { act: 'pass' }],
			[
				'+8 15:00',
				'caller',
				{ act: 'call', contacted: true, solved: false, grade: 'dissatisfied', note: '排口一直没动。' }
			],
			['+8 16:30', 'desk', { act: 'dispatch', unit: 'street/urban-management' }],
			['+9 09:30', 'unit', { act: 'sign' }],
			[
				'+11 15:00',
				'unit',
				{ act: 'finish', result: '依大气污染防治规定立案，店家已将排口接至屋顶专用烟道，检测达标。' }
			],
			['+12 09:30', 'verifier', { act: 'pass' }],
			['+12 16:00', 'reporter', { act: 'answer', solved: true, grade: 'satisfied', note: '这次真没味了，谢谢。' }]
		]
	},
	{
		key: 'roof-leak',
		title: '6号楼顶层连续漏雨',
		description: '6号楼5单元602主卧顶上洇了一大片，去年补过一次，今年又漏，墙皮都掉了。',
		place: '6号楼5单元602',
		building: '6号楼',
		category: 'component-other',
		visible: true,
		at: [-128, '09:05'],
		steps: [
			['+0 09:40', 'desk', { act: 'accept' }],
			['+0 10:00', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 11:30', 'unit', { act: 'sign' }],
			['+4 15:00', 'unit', { act: 'ask-extension', hours: 96, reason: '屋面须干透才能做防水，预报还有两场雨。' }],
			['+4 16:20', 'unit-leader', { act: 'grant-extension', note: '同意。先盖苫布，别让住户再泡。' }],
			[
				'+9 17:00',
				'unit',
				{
					act: 'finish',
					result: '铲除原防水层60平方米，重做SBS两道，女儿墙根部加固，淋水24小时无渗漏。室内墙面已修补。'
				}
			],
			['+10 10:10', 'verifier', { act: 'pass' }],
			[
				'+10 15:40',
				'caller',
				{
					act: 'call',
					contacted: true,
					solved: true,
					grade: 'very-satisfied',
					note: '雨季过了没再漏，维修账也公示了。'
				}
			]
		]
	},
	{
		key: 'service-attitude',
		title: '反映枫林苑物业收费不开票、态度差',
		description: '在客服前台交停车费要发票，说系统坏了让下个月来，问多了就不耐烦。请上级核实。',
		place: '枫林苑小区客服前台',
		building: '8号楼',
		category: 'grid-work-appeals',
		against: 'property-company-1',
		at: [-91, '17:30'],
		steps: [
			['+1 09:20', 'desk', { act: 'accept' }],
			['+1 09:45', 'desk', { act: 'dispatch', unit: 'street/housing' }],
			['+1 11:00', 'unit', { act: 'sign' }],
			[
				'+4 15:30',
				'unit',
				{
					act: 'finish',
					result: '开票系统确有故障但已恢复。物业当天补开发票送上门并致歉，前台公示开票时限为当日，纳入季度评价。'
				}
			],
			['+5 10:00', 'verifier', { act: 'pass' }],
			['+5 14:40', 'caller', { act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '票拿到了。' }]
		]
	},
	{
		key: 'inheritance',
		title: '请社区处理我家房产分割',
		description: '老人去世后弟弟占着房子不搬，已经起诉了，请社区先让他搬走。',
		place: '2号楼2单元',
		building: '2号楼',
		category: 'grid-work-appeals',
		at: [-182, '10:30'],
		steps: [
			[
				'+0 11:10',
				'desk',
				{
					act: 'refuse',
					reason: 'in-court',
					channel: '案件已由景和区人民法院立案，请向承办法官申请财产保全；需要法律援助可到街道公共法律服务站。'
				}
			]
		],
		ends: 'refused'
	}
];
