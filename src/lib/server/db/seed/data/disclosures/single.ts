import type { SingleStory } from '../../history/disclosures/story.ts';

const COMMITTEE = { for: 'residents-committee', by: 'juwei-jilu', review: 'juwei-fuzhuren' } as const;
const STATION = { for: 'service-station', by: 'fuwuzhan', review: 'fuwuzhan-chuangkou' } as const;

/** Notices, and items of the catalogue that have no periods. */
export const SINGLE: readonly SingleStory[] = [
	{
		for: 'party-committee',
		by: 'dangwei-zuzhi',
		review: 'dangwei-jijian',
		item: 'pc-scope',
		at: [-352, '10:20'],
		title: '枫林苑社区党委党务公开目录',
		body: '公开事项共九项：组织设置、委员分工、换届、发展党员、党费收缴、年度计划、民主评议、表彰、帮扶。内部事项不公开。'
	},
	{
		...STATION,
		item: 'ss-services',
		at: [-348, '09:40'],
		title: '服务站事项和窗口时间',
		body: '- 工作日8:30到17:30，中午12:00到13:00留一人值班\n- 老年优待证、残疾人补贴、居住证明当场办\n- 行动不便的老人可以打电话，三个工作日内上门'
	},
	{
		for: 'property-company-1',
		by: 'wuye',
		review: 'wuye-kefu',
		item: 'pm-contract',
		at: [-340, '14:15'],
		title: '枫林苑小区服务事项和收费标准',
		body: '高层住宅每平方米每月2.35元，含电梯和二次供水；地面停车月卡150元；装修垃圾清运每户一次性300元。项目经理：蒋宏伟。'
	},
	{
		for: 'property-company-0',
		by: 'wuye2',
		review: 'wuye2-kefu',
		item: 'pm-contract',
		at: [-338, '10:50'],
		title: '枫林里小区服务事项和收费标准',
		body: '每平方米每月0.58元，含保洁、门岗、垃圾清运和公共照明；共用部位零星维修不另收费。管理处主任：马占军。'
	},
	{
		...COMMITTEE,
		item: 'rc-relief',
		at: [-96, '11:10'],
		occurred: -97,
		title: '临时救助和慰问款物发放',
		body: '本次发放临时救助3户，共7,200元；米面油慰问22份。名单依规定不在网上公布，可到居委会核对本人情况。',
		comments: [
			{ after: [1, '09:50'], by: 'resident5', body: '东西收到了，送到门口的，谢谢姑娘们。' },
			{
				after: [1, '16:20'],
				by: 'juwei',
				for: 'residents-committee',
				body: '赵阿姨别客气，米沉，以后需要什么直接打电话。',
				answers: true
			}
		]
	},
	{
		...COMMITTEE,
		item: 'rc-consultation',
		at: [-104, '15:30'],
		occurred: -112,
		title: '枫林里停车管理办法听证意见和答复',
		body: '听证会共收到意见二十七条，采纳十九条：车位由92个减到84个，通道两侧不划；租户凭合同办卡。没有采纳的八条附理由，主要是“第二辆车也办月卡”，因为车位不够。',
		file: '听证意见答复.csv',
		table:
			'意见，条数，采纳，说明\n通道两侧不划车位，6,6，从图上去掉八个\n租户可办月卡，5,5，排在业主之后\n夜间空位共享，8,8,22:00后先到先停\n第二辆车办月卡，8,0，车位不够\n合计，27,19，'
	},
	{
		for: 'owners-committee-0',
		by: 'wuguanhui',
		review: 'wuguanhui-weiyuan',
		item: 'oc-meetings',
		at: [-24, '10:30'],
		occurred: -26,
		title: '物管会关于6号楼屋面维修施工单位的决定',
		body: '三家报价中选用报价最低、质保五年的一家，合同价11.6万元。{+4}进场，工期二十天，顶层住户请收好阳台物品。',
		sentBack: {
			reason: '施工单位的质保年限没写，工期也请写上，住户最关心这两样。',
			body: '三家报价中选用报价最低的一家，合同价11.6万元。'
		},
		corrected: {
			at: [-22, '16:40'],
			note: '进场日期写早了一天，以本版为准。',
			body: '三家报价中选用报价最低、质保五年的一家，合同价11.6万元。{+5}进场，工期二十天，顶层住户请收好阳台物品。'
		}
	},
	{
		...COMMITTEE,
		item: null,
		at: [-8, '09:30'],
		pinned: 4,
		title: '关于集中充电棚表决的通知',
		body: '各位居民：\n\n“由社区建设电动自行车集中充电棚”{+3}9:00开始表决，一户一票，{+11}20:00截止。不会用手机的，可以到居委会或找网格员帮忙打开页面，由您自己选。\n\n这次只问建不建，建在哪里另外开会商量。',
		comments: [
			{ after: [3, '20:44'], by: 'resident4', body: '租户能投吗？' },
			{
				after: [4, '09:15'],
				by: 'juwei',
				for: 'residents-committee',
				body: '能。按户投，住在这里的成年人都可以代表本户，一户以最后一次为准。',
				answers: true
			},
			{ after: [5, '07:58'], by: 'daibiao1', body: '1号楼一层的几户托我问：棚子晚上会不会一直亮灯、嗡嗡响？' },
			{
				after: [5, '17:02'],
				by: 'juwei-fuzhuren',
				for: 'residents-committee',
				body: '吴大姐，方案里写的是十一点断电、灯改感应，棚和窗之间加隔断。位置还没定，这几条到哪儿都一样要做到。',
				answers: true
			}
		]
	},
	{
		...STATION,
		item: null,
		at: [-9, '14:20'],
		from: ['fire-lane', '4'],
		title: '枫林里老年人上门体检安排',
		body: '社区医院到枫林里上门体检，每天两个楼门，日期贴在各单元门口。请空腹，带身份证和社保卡；行动不便的请提前告诉网格员。',
		comments: [
			{ after: [1, '08:33'], by: 'resident2', body: '七十一了，腿脚还行，能不能不上门，我自己去医院查？' },
			{
				after: [1, '10:12'],
				by: 'fuwuzhan',
				for: 'service-station',
				body: '张大爷，可以，凭社区开的单子去社区医院，周一到周五上午，不排号。',
				answers: true
			}
		]
	},
	{
		for: 'property-company-1',
		by: 'wuye',
		review: 'wuye-kefu',
		item: null,
		at: [-4, '16:10'],
		title: '10号楼、11号楼停水检修通知',
		body: '因更换二次供水泵，{+6}9:00到15:00，10号楼、11号楼停水，请提前存水。来水后先放一两分钟黄水再用。'
	},
	{
		...COMMITTEE,
		item: null,
		at: [-2, '10:05'],
		title: '枫林邻里节摊位报名',
		body: '邻里节由枫林邻里互助社承办，设修小家电、缝补、旧书交换、理发四类摊位。想出摊的请到活动中心找夏思雨登记，不收摊位费。'
	}
];
