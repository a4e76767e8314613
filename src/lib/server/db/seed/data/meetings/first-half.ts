import type { MeetingStory } from '../../history/meetings/story.ts';

/** Meetings of the first half of the year. */
export const FIRST_HALF: readonly MeetingStory[] = [
	{
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
	},
	{
		key: 'representatives',
		kind: 'representatives',
		title: '枫林苑社区居民代表会议（居民公约修订）',
		place: '社区活动中心一层大厅',
		by: 'juwei',
		for: 'residents-committee',
		at: [-262, '14:00'],
		called: 12,
		convened: 7,
		parties: ['party-committee', 'supervisory-committee', 'service-station'],
		agenda: [
			{
				by: 'juwei',
				title: '居民公约修订草案',
				kind: 'decide',
				minutes: 40,
				parts: [
					{ by: 'juwei', title: '养犬、楼道、充电三条的改动', kind: 'discuss', minutes: 20 },
					{ by: 'jiandu', title: '怎么监督、谁来提醒', kind: 'discuss', minutes: 15 }
				]
			},
			{ by: 'fuwuzhan', title: '上年服务站工作情况', kind: 'hear', minutes: 15 },
			{ by: 'jiandu', title: '上年居务监督情况', kind: 'hear', minutes: 15 }
		],
		present: [
			'juwei',
			'juwei-jilu',
			'juwei-luru',
			'dangwei',
			'fuwuzhan',
			'jiandu',
			'jiandu-weiyuan',
			'daibiao1',
			'daibiao2'
		],
		residents: 9,
		minutes: [
			[
				12,
				'1',
				'juwei-jilu',
				`周颖说明修订经过：草案在各楼门张贴了十五天，收到意见四十六条，采纳三十一条，没有采纳的逐条写了理由，附在后面。`
			],
			[
				26,
				'1.1',
				'juwei-luru',
				`### 三处主要改动
				1. 遛狗必须牵绳，进电梯收短绳或抱起
				2. 楼道不放杂物，发现后先提醒，七天不清由物业代清，费用自理
				3. 电动自行车和电池不上楼、不拉线
				谭志明：第二条“代清”要提前贴条、拍照，免得说不清。代表们同意加上这句。`
			],
			[
				41,
				'1.2',
				'juwei-jilu',
				`郝树林：公约没有罚款，靠的是大家互相提醒。建议每个季度把提醒和代清的次数公布一次。
				**议定：**草案提交全体户代表表决，{+8}起投票，过半数参加、参加的过半数同意后生效。`
			],
			[
				58,
				'2',
				'juwei-luru',
				`曹海霞：上年办理各类事项2,183件，其中上门代办176件；老年证、残疾人补贴两项最多。
				代表提出窗口中午没人，上班的人办不了事。**议定：**中午12:00到13:00留一人值班，试行三个月。`
			],
			[72, '3', 'juwei-luru', `郝树林：上年审核居务支出票据412张，退回9张补手续；参加物业招投标监督一次。`]
		],
		lasts: 85,
		objections: [
			{
				by: 'daibiao2',
				words: '代表提出窗口中午没人',
				body: '是我提的，请写上“10号楼代表”，也好有个对应。',
				accepted: true,
				answer: '同意，应读作“10号楼代表谭志明提出”。'
			}
		],
		signatures: [
			{ by: 'juwei', after: 0 },
			{ by: 'dangwei', after: 1 },
			{ by: 'fuwuzhan', after: 1 },
			{ by: 'jiandu', after: 2 }
		]
	},
	{
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
	},
	{
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
	}
];
