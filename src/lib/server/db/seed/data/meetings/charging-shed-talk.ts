import type { MeetingStory } from '../../history/meetings/story.ts';

export const CHARGING_SHED_TALK: MeetingStory = {
	key: 'charging-shed-talk',
	kind: 'deliberation',
	title: '电动自行车充电棚选址议事协商会',
	place: '枫林里小区物管会活动室',
	by: 'juwei-fuzhuren',
	for: 'residents-committee',
	at: 'now-40',
	called: 9,
	convened: 4,
	parties: [
		'owners-committee-0',
		'owners-committee-1',
		'property-company-0',
		'property-company-1',
		'street/fire',
		'supervisory-committee'
	],
	agenda: [
		{ by: 'juwei', title: '三个候选位置的现场情况', kind: 'inform', minutes: 15 },
		{ by: 'wuguanhui', title: '1号楼、2号楼住户的顾虑', kind: 'hear', minutes: 20 },
		{ by: 'wuye2', title: '建成后的收费和看护', kind: 'discuss', minutes: 20 },
		{ by: 'yeweihui', title: '枫林苑小区是否合用', kind: 'discuss', minutes: 15 }
	],
	carries: [['shed-talk', '1']],
	present: [
		'juwei-fuzhuren',
		'juwei-jilu',
		'juwei-luru',
		'wuguanhui',
		'wuguanhui-weiyuan',
		'yeweihui',
		'yeweihui-fuzhuren',
		'wuye2',
		'wuye2-weixiu',
		'xiaofang',
		'jiandu',
		'resident5',
		'daibiao1'
	],
	residents: 4,
	minutes: [
		[
			7,
			'1',
			'juwei-jilu',
			`陈国庆介绍了上周五和消防、供电一起看现场的情况：
			| 位置 | 能停 | 离住宅 | 供电 |
			| 1号楼东侧旧车棚 | 48辆 | 9米 | 箱变就在旁边 |
			| 4号楼北空地 | 60辆 | 15米 | 要破路120米 |
			| 北侧小花园西角 | 36辆 | 22米 | 要占绿地 |`
		],
		[
			13,
			'1',
			'juwei-luru',
			`翟晓峰（消防救援站）：三处的防火间距都够，1号楼东侧要把靠墙的一排车位取消，加一道防火隔断和喷淋。`
		],
		[
			22,
			'2',
			'wuguanhui-weiyuan',
			`吴秀芝（1号楼居民代表）：一层六户最担心夜里充电着火和报警声，希望充电到晚上十一点自动断电。
			赵玉珍（2号楼）：我不骑车，但棚子建了楼道里就没人推车上楼了，我赞成。`
		],
		[
			30,
			'2',
			'juwei-jilu',
			`[x] 陈国庆：把表决期间收到的书面意见念一遍（共九条）
			[ ] 石磊、康志鹏：会后去现场量1号楼东侧到窗口的距离`
		]
	],
	versions: [[16, 'juwei-jilu', '消防意见之后的一稿']],
	remarks: [
		{
			minute: 24,
			by: 'juwei-luru',
			words: '夜里充电着火和报警声',
			body: '报警声是吴秀芝说的，着火是大家都提的，要不要分开记？',
			answer: { by: 'juwei-jilu', body: '会后我对一下录音再分。' }
		},
		{ minute: 31, by: 'juwei-fuzhuren', words: '共九条', body: '念完后请附上书面意见的清单。' }
	],
	lasts: 90,
	signatures: [],
	until: 'in-session'
};
