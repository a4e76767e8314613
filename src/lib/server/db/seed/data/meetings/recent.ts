import type { MeetingStory } from '../../history/meetings/story.ts';

/** Meetings of the last three months. */
export const RECENT: readonly MeetingStory[] = [
	{
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
	},
	{
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
	},
	{
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
	},
	{
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
		raised: [['8号楼东边枫林东路三盏路灯不亮', 'street-lamp']],
		lasts: 62,
		signatures: [
			{ by: 'wuguanhui', after: 0 },
			{ by: 'juwei', after: 0 },
			{ by: 'wuye2', after: 1 },
			{ by: 'jiandu', after: 2 }
		]
	},
	{
		key: 'fire-lane',
		kind: 'co-building',
		title: '枫林苑社区共建联席会（消防通道与公共收益）',
		place: '社区活动中心二层会议室',
		by: 'juwei',
		for: 'residents-committee',
		at: [-14, '19:00'],
		called: 11,
		convened: 5,
		parties: [
			'party-committee',
			'service-station',
			'owners-committee-0',
			'owners-committee-1',
			'property-company-0',
			'property-company-1',
			'supervisory-committee',
			'street/street-office'
		],
		agenda: [
			{ by: 'juwei', title: '3号楼西侧消防通道被占', kind: 'discuss', minutes: 30 },
			{
				by: 'yeweihui',
				title: '枫林苑小区近三个季度公共收益收支',
				kind: 'inform',
				minutes: 20,
				parts: [
					{ by: 'wuye', title: '电梯广告和地面停车收入明细', kind: 'inform', minutes: 10 },
					{ by: 'jiandu', title: '监督委员会抽查票据的意见', kind: 'hear', minutes: 10 }
				]
			},
			{ by: 'wuguanhui', title: '枫林里自行车棚清理后的使用', kind: 'decide', minutes: 15 },
			{ by: 'fuwuzhan', title: '六十五岁以上老人上门体检的楼门安排', kind: 'inform', minutes: 10 }
		],
		late: { title: '5号楼外墙防护棚巡查情况', kind: 'inform' },
		present: [
			'juwei',
			'dangwei',
			'juwei-jilu',
			'juwei-luru',
			'wuguanhui',
			'wuguanhui-weiyuan',
			'yeweihui',
			'yeweihui-weiyuan',
			'wuye',
			'wuye2',
			'wuye2-weixiu',
			'jiandu',
			'jiandu-weiyuan',
			'fuwuzhan',
			'jiedao-shequban',
			'resident1',
			'daibiao1'
		],
		residents: 6,
		minutes: [
			[
				6,
				'1',
				'juwei-jilu',
				`周颖：上周四夜里有住户发烧叫急救车，车在3号楼西口倒了六分钟才进来。这条路是全楼唯一的消防通道。
				马占军：物业本月劝离11次，劝走又停，多数是5号楼和门外商户的车，物业没有执法权。`
			],
			[
				15,
				'1',
				'wuguanhui-weiyuan',
				`薛春生当场拿出皮尺测量的记录：最窄处1.6米，消防车通行要4米。
				李桂芳（3号楼2单元）：不是大家不讲理，晚上八点以后院里确实没有空位，光贴条解决不了。`
			],
			[
				24,
				'1',
				'juwei-jilu',
				`3号楼西侧消防通道被占，划线、地桩和执法都超出社区和物业的权限，请街道协调执法队、消防、交通处理。
				### 社区内先做的三件事
				1. 物业从{+1}起每晚八点、十点各巡一次，拍照留底
				2. 物管会逐户通知3号楼、5号楼有车的住户
				3. 南门外商户的车由网格员上门说明`
			],
			[
				34,
				'2',
				'yeweihui-weiyuan',
				`丁卫东：近三个季度公共收益共收入21.46万元，支出13.82万元，结余7.64万元，已存入业委会共管账户。`
			],
			[
				41,
				'2.1',
				'yeweihui-weiyuan',
				`| 项目 | 收入（元） | 说明 |
				| 电梯轿厢广告 | 86,400 | 八部电梯，合同到明年 |
				| 地面临时停车 | 97,150 | 月卡41户，其余为临停 |
				| 快递柜场地 | 21,600 | 两组，按季付 |
				| 其他 | 9,450 | 大堂展位、旧物变卖 |`
			],
			[
				47,
				'2.2',
				'juwei-luru',
				`郝树林：监督委员会抽了二十八张票据，两张绿化补种的收据没有附明细，其余相符。
				**议定：**蒋宏伟在{+7}前补齐两张收据的明细，收支表随后在居务公开栏目公布。`
			],
			[
				58,
				'3',
				'wuguanhui-weiyuan',
				`史建华：车棚清出无主车辆63辆，已按公告移交，空出一半的位置。
				**议定：**靠北一侧留给普通自行车，靠南一侧等充电棚选址有了结果再定，此前不拉线、不充电。`
			],
			[
				66,
				'4',
				'juwei-luru',
				`曹海霞介绍，{+19}起社区医院到枫林里上门体检，每天两个楼门，行动不便的老人由网格员提前登记。
				[ ] 曹海霞：{+4}前把各楼门的日期贴到单元门口
				[ ] 网格员：登记需要上门的老人，目前已有37位`
			],
			[
				73,
				'5',
				'juwei-jilu',
				`康志鹏：防护棚完好，每周一巡查，上周更换警戒带一卷。维修列入区里明年计划，目前挂账公开。`
			]
		],
		raised: [['3号楼西侧消防通道被占，划线', 'fire-lane']],
		lasts: 84,
		objections: [
			{
				by: 'resident1',
				words: '李桂芳（3号楼2单元）',
				body: '我还说了一句“晚归的护士、司机怎么办”，这句请记上。',
				accepted: true,
				answer: '已记入：李桂芳同时提出，晚归的护士、司机等住户停车问题要一并考虑。'
			},
			{
				by: 'wuye2',
				words: '马占军：物业本月劝离',
				body: '“多数是5号楼和门外商户的车”是估计，不是统计，请改成“据巡查估计”。',
				accepted: true,
				answer: '同意，应读作“据巡查估计，多数是5号楼和门外商户的车”。'
			}
		],
		signatures: [
			{ by: 'juwei', after: 0 },
			{ by: 'dangwei', after: 0 },
			{ by: 'wuguanhui', after: 0 },
			{ by: 'yeweihui', after: 1 },
			{
				by: 'wuye',
				after: 1,
				stance: 'agree-with-reservation',
				text: '绿化补种为小额零星采购，供应商只开收据。今后改为开发票，以往的两张只能补情况说明。'
			},
			{ by: 'wuye2', after: 1 },
			{ by: 'fuwuzhan', after: 1 },
			{ by: 'jiandu', after: 2 },
			{ by: 'jiedao-shequban', after: 2 }
		]
	}
];
