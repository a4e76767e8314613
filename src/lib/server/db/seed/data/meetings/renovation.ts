import type { MeetingStory } from '../../history/meetings/story.ts';

export const RENOVATION: MeetingStory = {
	key: 'renovation',
	kind: 'co-building',
	title: '枫林苑社区共建联席会（装修管理）',
	place: '社区活动中心二层会议室',
	by: 'juwei',
	for: 'residents-committee',
	at: [-140, '19:00'],
	called: 10,
	convened: 4,
	parties: [
		'party-committee',
		'owners-committee-1',
		'owners-committee-0',
		'property-company-0',
		'property-company-1',
		'street/housing'
	],
	agenda: [
		{
			by: 'yeweihui',
			title: '11号楼902室拆墙的处理',
			kind: 'inform',
			minutes: 20,
			parts: [{ by: 'fangguan-suozhang', title: '承重墙怎么认、找谁问', kind: 'inform', minutes: 10 }]
		},
		{ by: 'wuye', title: '装修备案和押金', kind: 'decide', minutes: 25 },
		{ by: 'juwei', title: '装修时间和垃圾清运', kind: 'decide', minutes: 15 }
	],
	present: [
		'juwei',
		'juwei-jilu',
		'yeweihui',
		'yeweihui-fuzhuren',
		'wuguanhui',
		'wuye',
		'wuye-gongcheng',
		'wuye2',
		'fangguan-suozhang',
		'resident4'
	],
	residents: 4,
	minutes: [
		[
			10,
			'1',
			'yeweihui-fuzhuren',
			`丁卫东：902室业主已停工，设计院出了加固方案，费用由业主自己承担，恢复后由房管所复验。
			楼上楼下三户要求看到复验结论，业主同意在单元门口张贴。`
		],
		[22, '1.1', 'juwei-jilu', `倪宏利：图纸上涂黑的墙都不能动，拿不准就拨房管所电话，当天有人答复，不收费。`],
		[
			38,
			'2',
			'yeweihui-fuzhuren',
			`石磊提出押金从2,000元提到5,000元，拆改墙体的另签承诺书。
			陈思远（11号楼租户）：押金退得慢，去年退了四个月，提高了更麻烦。
			**议定：**押金不提高；拆改墙体必须先给物业看图纸；验收后十个工作日内退押金，逾期由项目经理书面说明。`
		],
		[
			52,
			'3',
			'juwei-jilu',
			`**议定：**工作日8:00到12:00、14:00到19:00可以施工，周末不敲打；装修垃圾装袋，当天运走，不落楼道。
			[ ] 方婷婷：做成一张告知单，随装修证发放
			[ ] 马占军：枫林里同样执行，{+10}前贴出`
		]
	],
	lasts: 66,
	signatures: [
		{ by: 'juwei', after: 0 },
		{ by: 'yeweihui', after: 0 },
		{ by: 'wuguanhui', after: 1 },
		{ by: 'wuye2', after: 1 },
		{ by: 'fangguan-suozhang', after: 2 },
		{
			by: 'wuye',
			after: 2,
			stance: 'refuse',
			text: '“逾期由项目经理书面说明”没有区分原因。业主不来办手续造成的逾期也算到物业头上，我方不能签这一条，其余各条同意执行。'
		}
	]
};
