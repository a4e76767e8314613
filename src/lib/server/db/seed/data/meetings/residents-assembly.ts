import type { MeetingStory } from '../../history/meetings/story.ts';

export const RESIDENTS_ASSEMBLY: MeetingStory = {
	key: 'residents-assembly',
	kind: 'residents',
	title: '枫林苑社区居民会议（小花园改造）',
	place: '社区活动中心一层大厅',
	by: 'juwei',
	for: 'residents-committee',
	at: [-36, '14:00'],
	called: 16,
	convened: 9,
	parties: ['party-committee', 'owners-committee-1', 'property-company-1', 'social-organisation', 'service-station'],
	agenda: [
		{ by: 'juwei', title: '今年以来居委会工作报告', kind: 'hear', minutes: 20 },
		{
			by: 'yeweihui',
			title: '北侧小花园改造方案',
			kind: 'decide',
			minutes: 40,
			parts: [
				{ by: 'wuye', title: '三个方案的费用', kind: 'inform', minutes: 10 },
				{ by: 'shehui', title: '孩子和老人各占哪一块', kind: 'discuss', minutes: 15 }
			]
		},
		{ by: 'fuwuzhan', title: '养老驿站送餐范围', kind: 'discuss', minutes: 15 }
	],
	present: [
		'juwei',
		'juwei-jilu',
		'juwei-luru',
		'dangwei',
		'yeweihui',
		'yeweihui-fuzhuren',
		'wuye',
		'shehui',
		'fuwuzhan',
		'resident3',
		'resident4',
		'daibiao1',
		'daibiao2'
	],
	residents: 12,
	minutes: [
		[
			14,
			'1',
			'juwei-jilu',
			`周颖报告：今年以来召开共建会议和议事会九次，居民反映的问题按时办结的占九成以上，没办成的几件也讲了原因：外墙保温要等明年计划，充电棚还在选址。
			居民问“九成”怎么算的，林晓东答：案件公开页上能查，每件都有时间。`
		],
		[
			30,
			'2.1',
			'yeweihui-fuzhuren',
			`| 方案 | 内容 | 费用 |
			| 一 | 换地砖、补绿篱、加六把椅子 | 4.2万元 |
			| 二 | 方案一，另加儿童沙池和遮阳棚 | 9.6万元 |
			| 三 | 方案二，另改塑胶步道一圈 | 15.8万元 |
			费用从公共收益和社区公益资金里出，不向住户收。`
		],
		[
			45,
			'2.2',
			'juwei-luru',
			`刘雅静：沙池要有盖，不然猫狗进去；谭志明：步道别做，夏天有味。
			叶文博：东边给孩子，西边给老人下棋，中间椅子两边都能坐。`
		],
		[
			55,
			'2',
			'yeweihui-fuzhuren',
			`举手了解意向：方案二最多。
			**议定：**以方案二（沙池加盖，不做步道）提交枫林苑小区全体户代表表决。`
		],
		[
			68,
			'3',
			'juwei-luru',
			`曹海霞：送餐现在到枫林里，枫林苑有十四位老人登记要送，一天一趟跑得过来。
			**议定：**{+10}起送到枫林苑，送餐员由互助社补一人。`
		]
	],
	lasts: 82,
	signatures: [
		{ by: 'juwei', after: 0 },
		{ by: 'dangwei', after: 0 },
		{ by: 'yeweihui', after: 1 },
		{ by: 'wuye', after: 1 },
		{ by: 'shehui', after: 1 },
		{ by: 'fuwuzhan', after: 2 }
	]
};
