import type { MeetingStory } from '../../history/meetings/story.ts';

export const CORRIDOR_TALK: MeetingStory = {
	key: 'corridor-talk',
	kind: 'deliberation',
	title: '枫林里楼道堆物议事协商会',
	place: '枫林里小区物管会活动室',
	by: 'juwei-fuzhuren',
	for: 'residents-committee',
	at: [-190, '19:00'],
	called: 9,
	convened: 4,
	parties: ['owners-committee-0', 'property-company-0', 'social-organisation', 'street/fire'],
	agenda: [
		{ by: 'wuguanhui', title: '楼道“七日清”办法', kind: 'decide', minutes: 35 },
		{ by: 'wuye2', title: '清出来的东西放哪里', kind: 'discuss', minutes: 15 },
		{ by: 'shehui', title: '帮老人处理旧家具', kind: 'discuss', minutes: 10 }
	],
	present: [
		'juwei-fuzhuren',
		'juwei-jilu',
		'wuguanhui',
		'wuguanhui-weiyuan',
		'wuye2',
		'wuye2-kefu',
		'shehui',
		'xiaofang',
		'resident1',
		'resident5',
		'dangyuan1'
	],
	residents: 5,
	minutes: [
		[
			11,
			'1',
			'wuguanhui-weiyuan',
			`史建华念了办法草稿：楼道杂物先贴黄条，七天后换红条，再过三天物业清到车棚暂存，一个月没人领按废品处理。
			赵玉珍：我门口那个纸箱是捡瓶子用的，早晚各走一趟就卖掉，能不能留一个？`
		],
		[
			24,
			'1',
			'juwei-jilu',
			`翟晓峰：楼道宽1.1米，放一个纸箱就剩不到一米，着火时架担架过不去，请大家体谅。
			郭振山：六号楼清过三回，回回清完半个月又满，关键是清完谁来看。`
		],
		[
			36,
			'1',
			'wuguanhui-weiyuan',
			`有两位居民不同意“一个月按废品处理”，认为应当一直保管。
			**议定：**办法改为暂存两个月，提交枫林里全体户代表表决，{+7}起投票一周，参加不够一半的延长两天。`
		],
		[52, '2', 'wuguanhui-weiyuan', `马占军：车棚最里面能腾出十二平方米，上锁，取东西找门岗登记。`],
		[
			60,
			'3',
			'juwei-jilu',
			`叶文博：互助社每月第二个周六上午帮忙抬旧家具，六十五岁以上的不收钱。
			[ ] 叶文博：把电话贴到各单元门口
			[x] 白雪梅：登记需要帮忙的住户，现有8户`
		]
	],
	lasts: 72,
	objections: [
		{
			by: 'resident5',
			words: '赵玉珍：我门口那个纸箱',
			body: '别写我名字行不行，邻居看了要说闲话。',
			accepted: false,
			answer:
				'赵阿姨，会上发言要记名，改成不记名别人就分不清是谁的意见了。我们请网格员跟邻居说明：您主动提出来，是帮着把办法想周全。'
		}
	],
	signatures: [
		{ by: 'wuguanhui', after: 0 },
		{ by: 'juwei', after: 1 },
		{ by: 'wuye2', after: 1 },
		{ by: 'shehui', after: 2 }
	]
};
