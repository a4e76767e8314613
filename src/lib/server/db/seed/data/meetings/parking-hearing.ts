import type { MeetingStory } from '../../history/meetings/story.ts';

export const PARKING_HEARING: MeetingStory = {
	key: 'parking-hearing',
	kind: 'hearing',
	title: '枫林里小区停车管理办法民主听证会',
	place: '社区活动中心一层大厅',
	by: 'juwei',
	for: 'residents-committee',
	at: [-112, '14:30'],
	called: 15,
	convened: 9,
	parties: [
		'party-committee',
		'owners-committee-0',
		'property-company-0',
		'supervisory-committee',
		'street/traffic',
		'street/urban-management'
	],
	agenda: [
		{ by: 'wuguanhui', title: '停车管理办法草案', kind: 'inform', minutes: 20 },
		{
			by: 'juwei',
			title: '听取各方意见',
			kind: 'hear',
			minutes: 50,
			parts: [
				{ by: 'wuye2', title: '车位数和费用测算', kind: 'inform', minutes: 15 },
				{ by: 'wuguanhui', title: '无车住户和租户的意见', kind: 'hear', minutes: 20 }
			]
		},
		{ by: 'chengguan-duizhang', title: '地锁拆除安排', kind: 'inform', minutes: 10 }
	],
	present: [
		'juwei',
		'juwei-jilu',
		'juwei-luru',
		'dangwei',
		'wuguanhui',
		'wuguanhui-weiyuan',
		'wuye2',
		'wuye2-kefu',
		'jiandu',
		'jiaotong',
		'chengguan-duizhang',
		'resident1',
		'daibiao1',
		'dangyuan1'
	],
	residents: 10,
	minutes: [
		[
			13,
			'1',
			'wuguanhui-weiyuan',
			`史建华：院里能划92个车位，登记的车有168辆。草案是一户一车优先，月卡120元，第二辆车只能临停，收入进小区公共账户。`
		],
		[
			27,
			'2.1',
			'juwei-luru',
			`| 项目 | 每年（元） |
			| 月卡收入（按85户） | 122,400 |
			| 临停收入（估） | 18,000 |
			| 划线、道闸折旧 | 21,000 |
			| 两名管理员 | 86,000 |
			马占军：结余三万多，先还道闸的钱，两年以后才有真正的结余。`
		],
		[
			44,
			'2.2',
			'juwei-jilu',
			`### 发言摘要
			- 李桂芳：赞成收费，但夜里十点后空着的位子要让晚归的人停
			- 吴秀芝：没车的人家也有一份，结余要用在大家身上
			- 郭振山：救护车、消防通道两侧一个也不许划
			- 一位租户：租户能不能办月卡，草案里没有写`
		],
		[
			58,
			'2',
			'juwei-luru',
			`物管会当场答复：租户凭租赁合同可以办月卡，排在业主之后；通道两侧八个位置从图上去掉，改为92个减到84个。
			其余意见逐条书面答复，{+6}前张贴。
			**议定：**办法按上述改动修改后，由物管会提交枫林里全体业主表决。`
		],
		[70, '3', 'juwei-jilu', `侯建利：现有地锁37把，表决结果出来之前先摸底，通过后统一拆，不收拆除费。`]
	],
	hearing: {
		floor: [
			[22, 'wuguanhui', 5, 4],
			[29, 'wuye2', 5, 7],
			[38, 'resident1', 3, 2],
			[42, 'daibiao1', 3, 3],
			[47, 'dangyuan1', 3, 4]
		],
		questions: [
			{
				...{ minute: 52, by: 'resident1', item: '2.2', to: 'owners-committee-0', answeredBy: 'wuguanhui' },
				question: '夜里十点以后空着的位子，晚归的人能不能停？',
				answer: '能。办法里加一条：二十二点到次日七点空位先到先停，不收费。'
			},
			{
				...{ minute: 54, by: 'daibiao1', item: '2.1', to: 'property-company-0', answeredBy: 'wuye2' },
				question: '两名管理员的工资怎么定的，账在哪里看？',
				answer: '按去年保安岗位的工资算，每季度在居务公开栏目公布收支明细。'
			}
		],
		positions: [
			['wuguanhui', 'for', '赞成按今天的改动修改后交全体业主表决。'],
			['wuye2', 'conditions', '先还清道闸的钱，两年后再谈降价。'],
			['jiandu', 'conditions', '收支每季度公布一次，少一次就停收。'],
			['dangwei', 'for', '停车是院里最大的矛盾，早定早好。'],
			['chengguan-duizhang', 'for', '表决通过后统一拆除地锁。']
		]
	},
	lasts: 88,
	objections: [
		{
			by: 'dangyuan1',
			words: '物管会当场答复：租户凭租赁合同',
			body: '“92个减到84个”前面多了“改为”两个字，读着像改成92个。',
			accepted: true,
			answer: '是笔误，应读作“车位由92个减到84个”。'
		}
	],
	corrigenda: [
		{
			after: 6,
			words: '史建华：院里能划92个车位',
			wrong: '登记的车有168辆',
			right: '登记的车有186辆',
			reason: '物管会核对台账时发现数字写颠倒了，登记的车是186辆。',
			signedBy: ['juwei', 'wuguanhui', 'wuye2']
		}
	],
	signatures: [
		{ by: 'juwei', after: 0 },
		{ by: 'dangwei', after: 0 },
		{ by: 'wuguanhui', after: 1 },
		{ by: 'wuye2', after: 1 },
		{ by: 'jiandu', after: 1 },
		{ by: 'chengguan-duizhang', after: 2 }
	]
};
