import type { MeetingStory } from '../../history/meetings/story.ts';

export const RING_ROAD: MeetingStory = {
	key: 'ring-road',
	kind: 'co-building',
	title: '枫林苑社区共建联席会（消防环路与儿童活动区）',
	place: '社区活动中心二层会议室',
	by: 'juwei',
	for: 'residents-committee',
	at: [-77, '19:00'],
	called: 12,
	convened: 5,
	parties: [
		'party-committee',
		'owners-committee-0',
		'owners-committee-1',
		'property-company-0',
		'property-company-1',
		'social-organisation',
		'supervisory-committee'
	],
	agenda: [
		{
			by: 'juwei',
			title: '中心广场滑梯开裂的处理经过',
			kind: 'inform',
			minutes: 15,
			parts: [{ by: 'wuye', title: '游乐设施检查和维修记录', kind: 'inform', minutes: 10 }]
		},
		{ by: 'yeweihui', title: '消防环路快递车、外卖车车速过快', kind: 'discuss', minutes: 25 },
		{ by: 'wuye2', title: '枫林里垃圾分类桶站撤并', kind: 'decide', minutes: 20 },
		{ by: 'shehui', title: '课后儿童活动室的值守安排', kind: 'decide', minutes: 15 },
		{ by: 'wuye', title: '地面临停收费标准调整', kind: 'discuss', minutes: 20, withdrawn: true }
	],
	present: [
		'juwei',
		'dangwei',
		'juwei-jilu',
		'juwei-luru',
		'yeweihui',
		'yeweihui-fuzhuren',
		'wuguanhui',
		'wuguanhui-weiyuan',
		'wuye',
		'wuye-gongcheng',
		'wuye2',
		'shehui',
		'jiandu',
		'resident3'
	],
	residents: 5,
	minutes: [
		[
			8,
			'1',
			'juwei-jilu',
			`周颖通报：上周居民刘女士反映中心广场滑梯底部开裂割手，社区当天通知恒安物业围挡停用，第三天打磨封边后恢复使用。
			几位家长在会上表示，封边只能管一阵，希望直接更换。`
		],
		[
			17,
			'1.1',
			'juwei-luru',
			`蒋宏伟介绍，游乐设施原来每季度检查一次，没有留照片。
			### 改进办法
			[x] 检查改为每月一次，记录和照片贴在广场公示栏
			[ ] 向厂家询价整块滑板，{+12}前报业委会`
		],
		[
			33,
			'2',
			'yeweihui-fuzhuren',
			`姚红：上周四傍晚，一辆快递三轮在11号楼弯道差点撞到推车的老人，监控可以调看。
			恒安物业表示，弯道视线被绿篱挡住，只立警示牌没有用，需要减速带和广角镜。`
		],
		[
			41,
			'2',
			'juwei-luru',
			`讨论中的三种办法：
			| 办法 | 费用 | 各方意见 |
			| 弯道两端装橡胶减速带 | 约1,800元 | 物业、业委会同意 |
			| 环路限时禁行 | 无 | 商户反对，老人取药不便 |
			| 南门设快递分拣点 | 场地待找 | 同意先找场地 |`
		],
		[
			48,
			'2',
			'yeweihui-fuzhuren',
			`11号楼弯道两端加装减速带和广角镜，快递车限速10公里，由业委会报送案件跟踪办理。
			**议定：**先装减速带，限时禁行暂不采用；南门分拣点由物业在{+20}前提出场地。`
		],
		[
			64,
			'3',
			'wuguanhui-weiyuan',
			`马占军提出把2号楼、4号楼两处桶站并到3号楼东侧，理由是收运车进不去。
			薛春生：2号楼一层的赵大姐七十七岁，走到3号楼要过一段坡，撤了不方便。
			**议定：**4号楼桶站撤并，2号楼桶站保留，改为早晚两次定时收运，试行一个月。`
		],
		[
			78,
			'4',
			'juwei-jilu',
			`叶文博介绍，互助社现有六名志愿者能在周一至周五16:00到18:00值守，周三缺一人。
			**议定：**社区出场地和水电，互助社排班，周三由服务站窗口补一人。
			[ ] 叶文博：排班表张贴到活动室门口（{+5}前）
			[ ] 曹海霞：协调周三值守人员（{+3}前）`
		]
	],
	raised: [['11号楼弯道两端加装减速带', 'speed-bumps']],
	lasts: 95,
	objections: [
		{
			by: 'wuguanhui-weiyuan',
			words: '议定：4号楼桶站撤并',
			body: '当时说的是“试行一个月后回来再议”，请补上“再议”两个字，免得以后当成定了。',
			accepted: true,
			answer: '您说得对。以本条为准：试行一个月，到期提交下次联席会再议。'
		}
	],
	signatures: [
		{ by: 'juwei', after: 0 },
		{ by: 'dangwei', after: 0 },
		{ by: 'wuye', after: 0 },
		{ by: 'yeweihui', after: 1 },
		{ by: 'wuguanhui', after: 1 },
		{
			by: 'wuye2',
			after: 1,
			stance: 'agree-with-reservation',
			text: '同意全文。2号楼桶站改为定时收运后，每天要多跑一趟车，增加的人工费用请在下次会上一并研究。'
		},
		{ by: 'shehui', after: 2 },
		{ by: 'jiandu', after: 2 }
	]
};
