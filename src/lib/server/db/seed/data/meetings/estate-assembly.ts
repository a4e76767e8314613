import type { MeetingStory } from '../../history/meetings/story.ts';

export const ESTATE_ASSEMBLY: MeetingStory = {
	key: 'estate-assembly',
	kind: 'owners-assembly',
	title: '枫林苑小区业主大会会议（公共收益与电梯广告）',
	place: '枫林苑小区中心广场西侧会所',
	by: 'yeweihui',
	for: 'owners-committee-1',
	at: [-222, '15:00'],
	called: 25,
	convened: 18,
	parties: ['residents-committee', 'property-company-1', 'supervisory-committee'],
	agenda: [
		{ by: 'yeweihui', title: '上年公共收益收支报告', kind: 'inform', minutes: 20 },
		{ by: 'wuye', title: '电梯轿厢广告续签方案', kind: 'decide', minutes: 30 },
		{ by: 'juwei', title: '小广告清理的责任划分', kind: 'discuss', minutes: 15 },
		{ by: 'wuye', title: '物业费调整', kind: 'discuss', minutes: 20, withdrawn: true }
	],
	present: [
		'yeweihui',
		'yeweihui-fuzhuren',
		'yeweihui-weiyuan',
		'wuye',
		'wuye-kefu',
		'juwei',
		'juwei-jilu',
		'jiandu',
		'owner4',
		'resident3',
		'daibiao2'
	],
	residents: 6,
	minutes: [
		[
			14,
			'1',
			'yeweihui-weiyuan',
			`丁卫东：上年公共收益收入27.9万元，支出19.2万元，最大一笔是更换两部电梯的钢丝绳6.8万元。
			业主问“其他支出”4,300元是什么，方婷婷答是大堂装饰和消杀，单据可以到会所翻看。`
		],
		[
			32,
			'2',
			'yeweihui-fuzhuren',
			`蒋宏伟介绍续签方案：八部电梯、每部两块框架，一年8.64万元，比上一份合同高一成，不装有声屏。
			冯晓雯：医疗、培训贷一类的广告不要进小区。
			| 内容 | 原合同 | 这次 |
			| 年费 | 78,500元 | 86,400元 |
			| 有声屏 | 允许 | 不允许 |
			| 广告类别 | 没写 | 业委会有权要求撤换 |`
		],
		[
			45,
			'2',
			'yeweihui-weiyuan',
			`利用共有部分经营属于重大事项，要专有面积和人数都过三分之二参加、参加的四分之三同意。
			**议定：**按上表方案提交全体业主表决，{+12}开始，为期两周；表决前合同全文放在会所和公示栏。`
		],
		[
			60,
			'3',
			'juwei-jilu',
			`周颖：单元门小广告上周又是一片，喷漆电话号码已交派出所停机。
			**议定：**楼内由物业随见随清，院墙外由环卫负责，居委会每月抽查一次。`
		]
	],
	lasts: 78,
	signatures: [
		{ by: 'yeweihui', after: 0 },
		{ by: 'wuye', after: 1 },
		{ by: 'juwei', after: 1 },
		{ by: 'jiandu', after: 2 },
		{ by: 'wuguanhui', after: 6 }
	]
};
