import type { MeetingStory } from '../../history/meetings/story.ts';

export const NEXT_JOINT_MEETING: MeetingStory = {
	key: 'next-joint-meeting',
	kind: 'co-building',
	title: '枫林苑社区共建联席会（通道整治与来年项目）',
	place: '社区活动中心二层会议室',
	by: 'juwei',
	for: 'residents-committee',
	at: [5, '19:00'],
	called: 10,
	convened: 3,
	parties: [
		'party-committee',
		'service-station',
		'owners-committee-0',
		'owners-committee-1',
		'property-company-0',
		'property-company-1',
		'social-organisation',
		'supervisory-committee',
		'street/urban-management'
	],
	agenda: [
		{
			by: 'juwei',
			title: '3号楼西侧消防通道整治进展',
			kind: 'inform',
			minutes: 20,
			parts: [
				{ by: 'chengguan-duizhang', title: '划线和升降地桩的施工时间', kind: 'inform', minutes: 10 },
				{ by: 'wuguanhui', title: '施工期间3号楼住户临时停车', kind: 'discuss', minutes: 10 }
			]
		},
		{ by: 'yeweihui', title: '公共收益结余怎么用', kind: 'discuss', minutes: 25 },
		{ by: 'wuye2', title: '2号楼垃圾定时收运试行情况', kind: 'decide', minutes: 15 },
		{ by: 'shehui', title: '邻里节摊位和志愿者报名', kind: 'discuss', minutes: 15 },
		{ by: 'fuwuzhan', title: '社会建设资金来年项目征集', kind: 'inform', minutes: 10 }
	],
	carries: [['fire-lane', '3']],
	present: [],
	residents: 0,
	minutes: [],
	lasts: 0,
	signatures: [],
	until: 'collecting'
};
