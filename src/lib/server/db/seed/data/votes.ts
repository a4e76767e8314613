import type { VoteStory } from '../history/votes/story.ts';

/** In the order in which they were opened; the last one is open. */
export const VOTES: readonly VoteStory[] = [
	{
		key: 'covenant',
		by: 'juwei',
		for: 'residents-committee',
		rule: 'residents',
		scope: 'community',
		title: '枫林苑社区居民公约（修订）',
		question: '是否同意居民公约修订草案？',
		background:
			'草案张贴十五天，收到意见46条，采纳31条。主要改动三处：\n一、遛狗牵绳，进电梯收短绳或抱起；\n二、楼道不放杂物，先贴条提醒并拍照，七天不清由物业代清；\n三、电动自行车和电池不上楼、不拉线。\n全文和没有采纳的意见在各楼门公示栏。',
		from: ['representatives', '1'],
		drafted: [-259, '10:20'],
		announced: [-258, '15:10'],
		opens: [-254, '09:00'],
		closes: [-245, '20:00'],
		turnout: 0.58,
		inFavour: 0.86,
		against: 0.08,
		objection: {
			at: [-256, '20:14'],
			by: 'resident4',
			body: '我家是租的，名册上写的是我的名字，房东说应该他投。到底谁投？',
			answered: [-255, '10:05'],
			answer: '居民会议按户投票，一户一票，住在这里的成年人都可以代表本户，和房子是谁的没有关系。业主表决才由业主投。'
		}
	},
	{
		key: 'lift-ads',
		by: 'yeweihui',
		for: 'owners-committee-1',
		rule: 'owners-special',
		scope: { propertyArea: 1 },
		title: '枫林苑小区电梯轿厢广告续签',
		question: '是否同意按公示的方案续签电梯轿厢广告合同，一年8.64万元？',
		background:
			'八部电梯，每部两块框架，不装有声屏；广告类别业委会有权要求撤换。收入全部进入公共收益账户，每季度公布一次。合同全文在会所和公示栏。',
		from: ['estate-assembly', '2'],
		drafted: [-219, '10:40'],
		announced: [-217, '16:30'],
		opens: [-210, '09:00'],
		closes: [-196, '20:00'],
		turnout: 0.75,
		inFavour: 0.84,
		against: 0.11
	},
	{
		key: 'corridor-rule',
		by: 'juwei-fuzhuren',
		for: 'residents-committee',
		rule: 'residents',
		scope: { propertyArea: 0 },
		title: '枫林里楼道“七日清”办法',
		question: '是否同意枫林里六栋楼实行楼道杂物“七日清”？',
		background:
			'楼道杂物先贴黄条，七天后换红条，再过三天由物业清到车棚暂存，两个月没人领按废品处理。参加的不到一半，投票延长48小时。',
		from: ['corridor-talk', '1'],
		drafted: [-188, '10:10'],
		announced: [-187, '16:00'],
		opens: [-183, '09:00'],
		closes: [-176, '20:00'],
		extensionHours: 48,
		prolonged: true,
		turnout: 0.41,
		inFavour: 0.72,
		against: 0.2
	},
	{
		key: 'parking-lines',
		by: 'wuguanhui',
		for: 'owners-committee-0',
		rule: 'owners-special',
		scope: { propertyArea: 0 },
		title: '枫林里小区停车管理办法',
		question: '是否同意在院内道路划设84个车位并按办法收费？',
		background:
			'一户一车优先，月卡120元；租户凭租赁合同办卡，排在业主之后；消防和救护通道两侧不划。收入进小区公共账户，先还道闸的钱，结余用途另行表决。听证会意见的逐条答复在物管会门口。',
		from: ['parking-hearing', '2'],
		drafted: [-108, '10:30'],
		announced: [-106, '16:10'],
		opens: [-100, '09:00'],
		closes: [-88, '20:00'],
		turnout: 0.76,
		inFavour: 0.85,
		against: 0.12,
		objection: {
			at: [-103, '19:32'],
			by: 'owner1',
			body: '我在枫林里有一套、枫林苑有两套，名册上这里只有一条，面积对吗？',
			answered: [-102, '09:20'],
			answer:
				'孙先生，这次只算枫林里的房子，您名下3号楼一套，按一人、一套的面积计。枫林苑的两套在那边表决时合并成一条。'
		}
	},
	{
		key: 'lift-3',
		by: 'wuguanhui',
		for: 'owners-committee-0',
		rule: 'owners-special',
		scope: { building: '3号楼' },
		title: '3号楼加装电梯',
		question: '是否同意按井道外移1.2米的方案，在3号楼二、三单元加装电梯？',
		background:
			'每部约62万元，市区补贴后自筹约34万元，由加装单元按楼层分摊，一层不出钱。井道外移1.2米，改用玻璃幕墙。全楼业主都参加表决，不加装的单元不出钱。',
		from: ['old-estate-assembly', '1'],
		drafted: [-53, '15:20'],
		announced: [-50, '09:30'],
		opens: [-40, '09:00'],
		closes: [-28, '20:00'],
		turnout: 0.88,
		inFavour: 0.67,
		against: 0.28
	},
	{
		key: 'roof-6',
		by: 'wuguanhui',
		for: 'owners-committee-0',
		rule: 'owners-ordinary',
		scope: { building: '6号楼' },
		title: '6号楼屋面防水使用维修资金',
		question: '是否同意从6号楼维修资金中列支11.6万元维修屋面？',
		background:
			'整个屋面防水层老化，顶层多户漏雨。监督委员会要求的另外两家报价已取得，分别为12.3万元和13.1万元，三份报价单张贴在各单元门口。质保五年。',
		from: ['old-estate-assembly', '2'],
		drafted: [-52, '10:15'],
		announced: [-50, '15:45'],
		opens: [-38, '09:00'],
		closes: [-27, '20:00'],
		turnout: 0.86,
		inFavour: 0.92,
		against: 0.04
	},
	{
		key: 'garden',
		by: 'juwei',
		for: 'residents-committee',
		rule: 'residents',
		scope: { propertyArea: 1 },
		title: '北侧小花园改造方案',
		question: '是否同意按方案二（沙池加盖，不做步道）改造北侧小花园？',
		background:
			'换地砖、补绿篱、加六把椅子，东侧建加盖沙池和遮阳棚，西侧留给下棋的老人。约9.6万元，从公共收益和社区公益资金列支，不向住户收。',
		from: ['residents-assembly', '2'],
		drafted: [-34, '10:10'],
		announced: [-33, '16:20'],
		opens: [-30, '09:00'],
		closes: [-22, '20:00'],
		extensionHours: 24,
		turnout: 0.56,
		inFavour: 0.88,
		against: 0.07
	},
	{
		key: 'charging-shed',
		by: 'juwei',
		for: 'residents-committee',
		rule: 'residents',
		scope: 'community',
		title: '由社区建设电动自行车集中充电棚',
		question: '是否同意用社区公益资金18万元建设集中充电棚？',
		background:
			'这次只问建不建。位置有三个候选：1号楼东侧旧车棚、4号楼北空地、北侧小花园西角，正在开会协商；图纸出来以后再征求意见。夜里十一点自动断电，消防每季度检查一次。\n充电按度收费，不超过居民电价加每度三角，收支每季度公布。',
		from: ['shed-talk', '1'],
		drafted: [-12, '10:30'],
		announced: [-10, '15:20'],
		opens: [-5, '09:00'],
		closes: [3, '20:00'],
		extensionHours: 48,
		turnout: 0.43,
		inFavour: 0.7,
		against: 0.2,
		sparesAccounts: true
	}
];
