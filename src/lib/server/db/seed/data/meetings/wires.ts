import type { MeetingStory } from '../../history/meetings/story.ts';

export const WIRES: MeetingStory = {
	key: 'wires',
	kind: 'co-building',
	title: '枫林苑社区共建联席会（充电安全）',
	place: '社区活动中心二层会议室',
	by: 'juwei',
	for: 'residents-committee',
	at: [-315, '19:00'],
	called: 10,
	convened: 4,
	parties: [
		'party-committee',
		'owners-committee-0',
		'property-company-0',
		'property-company-1',
		'social-organisation',
		'street/fire'
	],
	agenda: [
		{ by: 'juwei', title: '近期火情通报', kind: 'inform', minutes: 15 },
		{ by: 'wuye2', title: '1号楼飞线充电', kind: 'discuss', minutes: 30 },
		{ by: 'wuguanhui', title: '旧车棚能不能改充电', kind: 'discuss', minutes: 20 },
		{ by: 'shehui', title: '楼门安全员怎么排班', kind: 'decide', minutes: 15 }
	],
	present: [
		'juwei',
		'dangwei',
		'juwei-jilu',
		'wuguanhui',
		'wuguanhui-weiyuan',
		'wuye2',
		'wuye2-weixiu',
		'wuye',
		'shehui',
		'xiaofang',
		'daibiao1'
	],
	residents: 4,
	minutes: [
		[
			9,
			'1',
			'juwei-jilu',
			`翟晓峰通报：近一个月街道发生电动自行车火情三起，都是从窗户拉线、夜里充电，没有人员伤亡。
			三起的共同点是插线板放在窗台外，受潮短路。`
		],
		[
			31,
			'2',
			'wuguanhui-weiyuan',
			`康志鹏上午查过一遍：1号楼一层到三层共五户六根线，四户是老人帮子女充。
			吴秀芝：二单元两户是租户，房东不在，贴条没人理。`
		],
		[
			48,
			'2',
			'juwei-jilu',
			`1号楼五户飞线由物业逐户劝收，两轮仍不收的报消防和派出所到场处理，作为案件跟踪。
			[x] 康志鹏：{+1}起逐户上门，送收线告知书
			[ ] 田志刚：联系两户租户的房东`
		],
		[
			63,
			'3',
			'wuguanhui-weiyuan',
			`史建华：1号楼东侧旧车棚有顶有墙，离箱变近，改造比新建省事，就是离一层窗户只有九米。
			**议定：**请消防和供电先出意见，可行再征求住户意见，今天不定位置。`
		],
		[
			76,
			'4',
			'juwei-jilu',
			`叶文博：互助社愿意每个楼门找一名安全员，晚上九点看一眼楼道。
			**议定：**先在枫林里六栋试行，排班表报居委会备案。`
		]
	],
	raised: [['1号楼五户飞线由物业逐户劝收', 'flying-wires']],
	lasts: 88,
	signatures: [
		{ by: 'juwei', after: 0 },
		{ by: 'dangwei', after: 0 },
		{ by: 'wuye2', after: 1 },
		{ by: 'wuguanhui', after: 1 },
		{ by: 'wuye', after: 2 },
		{ by: 'shehui', after: 2 }
	]
};
