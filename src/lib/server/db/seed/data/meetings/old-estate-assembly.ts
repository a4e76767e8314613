import type { MeetingStory } from '../../history/meetings/story.ts';

export const OLD_ESTATE_ASSEMBLY: MeetingStory = {
	key: 'old-estate-assembly',
	kind: 'owners-assembly',
	title: '枫林里小区业主会议（加装电梯与屋面维修）',
	place: '枫林里小区物管会活动室',
	by: 'wuguanhui',
	for: 'owners-committee-0',
	at: [-56, '15:00'],
	called: 26,
	convened: 18,
	parties: ['residents-committee', 'property-company-0', 'supervisory-committee', 'street/housing'],
	agenda: [
		{ by: 'wuguanhui', title: '3号楼加装电梯方案', kind: 'decide', minutes: 40 },
		{ by: 'wuye2', title: '6号楼屋面防水维修，使用维修资金', kind: 'decide', minutes: 20 },
		{ by: 'fangguan-suozhang', title: '维修资金怎么申请、怎么公示', kind: 'inform', minutes: 15 }
	],
	present: [
		'wuguanhui',
		'wuguanhui-weiyuan',
		'juwei',
		'juwei-jilu',
		'wuye2',
		'wuye2-weixiu',
		'fangguan-suozhang',
		'jiandu',
		'resident1',
		'resident2',
		'owner1',
		'owner2',
		'dangyuan1'
	],
	residents: 5,
	minutes: [
		[
			15,
			'1',
			'wuguanhui-weiyuan',
			`史建华介绍：3号楼六个单元，设计院建议先装二单元、三单元两部，每部约62万元，市区补贴后业主自筹约34万元，按楼层分摊，一层不出钱。
			张德福：我住五层，膝盖不行，早盼着了。
			郑立红：四单元这次不装，为什么要四单元一起表决？`
		],
		[
			33,
			'1',
			'juwei-jilu',
			`倪宏利：电梯占的是整栋楼的共有部分，按规定全楼业主都要表决，出钱的只是要装的单元。
			一层两户提出采光和噪声问题，设计院答应把井道外移1.2米，改用玻璃幕墙。
			**议定：**按外移后的方案表决，{+16}开始；不出钱的单元也请投票。`
		],
		[
			50,
			'2',
			'wuguanhui-weiyuan',
			`康志鹏：6号楼顶层漏雨已临时堵过两次，整个屋面防水老化，报价11.6万元，从6号楼维修资金列支。
			**议定：**提交6号楼业主表决，通过后三个月内完工，质保五年。`
		],
		[64, '3', 'juwei-jilu', `倪宏利：表决结果、报价单、施工单位三样公示七天，没有异议就拨款七成，验收后拨剩下的。`]
	],
	lasts: 76,
	signatures: [
		{ by: 'wuguanhui', after: 0 },
		{ by: 'juwei', after: 0 },
		{ by: 'wuye2', after: 1 },
		{ by: 'fangguan-suozhang', after: 1 },
		{
			by: 'jiandu',
			after: 2,
			stance: 'agree-with-reservation',
			text: '同意全文。6号楼报价只有一家，建议表决前再取两家比价，一并张贴。'
		}
	]
};
