import type { MeetingStory } from '../../history/meetings/story.ts';

export const FIRE_LANE: MeetingStory = {
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
		[73, '5', 'juwei-jilu', `康志鹏：防护棚完好，每周一巡查，上周更换警戒带一卷。维修列入区里明年计划，目前挂账公开。`]
	],
	raised: [['3号楼西侧消防通道被占，划线', 'fire-lane']],
	ended: [
		[40, '1', 'settled'],
		[57, '2', 'settled'],
		[65, '3', 'carried'],
		[72, '4', 'settled']
	],
	tasks: [
		{
			minute: 62,
			by: 'juwei-jilu',
			from: { words: '物业从' },
			to: 'wuye2',
			title: '通道每晚八点、十点各巡一次，拍照留底',
			due: 4,
			settled: { after: 4, by: 'wuye2', done: '连巡三晚，劝离9辆次，照片已交居委会存档。以后照此巡查。' }
		},
		{
			minute: 63,
			by: 'juwei-jilu',
			from: { words: '南门外商户的车' },
			to: 'wangge1',
			title: '上门向南门外商户说明不得占用通道',
			due: 6,
			settled: { after: 3, by: 'juwei', dropped: '执法队已约谈全部商户，不再逐户上门。' }
		},
		{
			minute: 70,
			by: 'juwei-luru',
			from: { words: '曹海霞：' },
			to: 'service-station',
			title: '把各楼门体检的日期贴到单元门口',
			due: 4,
			settled: { after: 5, by: 'fuwuzhan', done: '已贴18个单元门，晚了一天：社区医院改了两个楼门的日期。' }
		},
		{
			minute: 76,
			by: 'juwei',
			from: { words: '议定：蒋宏伟在' },
			to: 'property-company-1',
			title: '补齐两张绿化补种收据的明细',
			due: 7
		},
		{
			minute: 78,
			by: 'juwei',
			from: { item: '3' },
			to: 'owners-committee-0',
			title: '拿出车棚南侧用途的方案',
			due: 26
		}
	],
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
};
