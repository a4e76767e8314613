import type { MeetingStory } from '../../history/meetings/story.ts';

export const SHED_TALK: MeetingStory = {
	key: 'shed-talk',
	kind: 'deliberation',
	title: '充电棚和路灯议事协商会',
	place: '枫林里小区物管会活动室',
	by: 'juwei-fuzhuren',
	for: 'residents-committee',
	at: [-29, '18:30'],
	called: 9,
	convened: 4,
	parties: ['owners-committee-0', 'property-company-0', 'supervisory-committee'],
	agenda: [
		{ by: 'wuguanhui', title: '充电棚建不建、建在哪里', kind: 'decide', minutes: 35 },
		{ by: 'wuye2', title: '车棚里无主车辆的公告', kind: 'inform', minutes: 10 },
		{ by: 'juwei', title: '居民反映的夜间照明', kind: 'discuss', minutes: 10 }
	],
	present: [
		'juwei-fuzhuren',
		'juwei-jilu',
		'wuguanhui',
		'wuguanhui-weiyuan',
		'wuye2',
		'wangge2',
		'jiandu',
		'daibiao1',
		'resident5'
	],
	residents: 4,
	minutes: [
		[
			12,
			'1',
			'wuguanhui-weiyuan',
			`史建华：消防和供电的意见都来了，三处都能建，各有各的难处。问题是一楼的人怕火，楼上的人怕没处充。
			吴秀芝：先问全社区要不要建，再问建在哪，一步一步来。`
		],
		[
			25,
			'1',
			'juwei-jilu',
			`陈国庆：建棚要用社区公益资金18万元，枫林苑的住户也要问。
			**议定：**先就“是否由社区建设集中充电棚”请全体户代表表决；位置另开会协商，图纸到时候再征求意见。`
		],
		[38, '2', 'wuguanhui-weiyuan', `马占军：无主自行车挂条公告三十天，到期移交，有主的请在{+15}前取走。`],
		[
			45,
			'3',
			'juwei-jilu',
			`8号楼东边枫林东路三盏路灯不亮，学生下晚自习要打手电，由网格员当场报送。
			[x] 苏慧敏：当场拍照报送
			[ ] 石磊：8号楼东门感应灯改为常亮，到路灯修好为止`
		]
	],
	pictures: [[28, '1', 'juwei-jilu', '1号楼东侧旧车棚到住宅外墙的现场示意']],
	ended: [
		[36, '1', 'carried'],
		[44, '2', 'settled']
	],
	raised: [['8号楼东边枫林东路三盏路灯不亮', 'street-lamp']],
	lasts: 62,
	signatures: [
		{ by: 'wuguanhui', after: 0 },
		{ by: 'juwei', after: 0 },
		{ by: 'wuye2', after: 1 },
		{ by: 'jiandu', after: 2 }
	]
};
