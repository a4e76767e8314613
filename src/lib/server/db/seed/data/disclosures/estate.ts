import type { PeriodicStory } from '../../history/disclosures/story.ts';

const COMPANY = { for: 'property-company-1', by: 'wuye', review: 'wuye-kefu' } as const;
const OLD_COMPANY = { for: 'property-company-0', by: 'wuye2', review: 'wuye2-kefu' } as const;
const OWNERS = { for: 'owners-committee-1', by: 'yeweihui', review: 'yeweihui-fuzhuren' } as const;
const OLD_OWNERS = { for: 'owners-committee-0', by: 'wuguanhui', review: 'wuguanhui-weiyuan' } as const;

const income = (ads: number, parking: number, lockers: number, other: number, spent: number) =>
	`项目，收入（元），支出（元）\n电梯轿厢广告，${ads}，0\n地面临时停车，${parking}，0\n快递柜场地，${lockers}，0\n其他，${other}，0\n共用设施维修和绿化，0，${spent}\n合计，${ads + parking + lockers + other}，${spent}`;

/** What property companies and owners' committees publish by their catalogue. */
export const OF_THE_ESTATES: readonly PeriodicStory[] = [
	{
		...COMPANY,
		item: 'pm-income',
		within: 8,
		issues: [
			{
				title: '枫林苑小区{period}公共收益收支',
				body: '收入全部存入业委会共管账户，支出经业委会两人签字。本季度最大一笔是9号楼、10号楼门禁更换。',
				table: income(28_800, 33_800, 7_200, 3_400, 44_300),
				file: '公共收益收支.csv',
				comments: [
					{ after: [1, '21:02'], by: 'resident4', body: '“其他”3,400元是什么？上一季度也是几千。' },
					{
						after: [2, '10:35'],
						by: 'wuye',
						for: 'property-company-1',
						body: '是大堂展位和旧物变卖：牛奶订购展位两次2,600元，旧铁门变卖800元。明细在附件最后两行，会所也可以翻看。',
						answers: true
					},
					{ after: [4, '19:40'], by: 'owner4', body: '停车收入涨了，临停是不是也多了？周末根本没位子。' },
					{
						after: [6, '09:20'],
						by: 'yeweihui',
						for: 'owners-committee-1',
						body: '冯女士，临停时长确实多了一成。业委会准备把周末免费时段由两小时改成一小时，先征求意见。',
						answers: true
					}
				]
			},
			{
				title: '枫林苑小区{period}公共收益收支',
				body: '收入全部存入业委会共管账户，支出经业委会两人签字。',
				table: income(28_800, 32_450, 7_200, 3_900, 52_600)
			},
			{
				title: '枫林苑小区{period}公共收益收支',
				body: '收入全部存入业委会共管账户，支出经业委会两人签字。',
				table: income(28_800, 30_900, 7_200, 2_150, 41_300)
			},
			{
				title: '枫林苑小区{period}公共收益收支',
				body: '收入全部存入业委会共管账户，支出经业委会两人签字。电梯广告按旧合同收取。',
				table: income(19_625, 30_250, 7_200, 1_960, 38_700)
			}
		]
	},
	{
		...COMPANY,
		item: 'pm-service',
		within: 8,
		issues: [
			{
				title: '枫林苑小区{period}物业服务情况',
				body: '一、报修412件，当天完成377件；超过三天的9件，都是等配件。\n\n二、电梯故障停梯6次，困人0次，平均恢复时间47分钟。\n\n三、二次供水水箱清洗一次，水质检测合格，报告在会所公示。'
			}
		]
	},
	{
		...COMPANY,
		item: 'pm-maintenance',
		within: 9,
		issues: [
			{
				title: '枫林苑小区{period}维修资金使用',
				body: '本季度使用维修资金一笔：8号楼消防水泵更换，经专项表决和房管所审核。',
				table: '项目，金额（元），分摊户数\n8号楼消防水泵更换，38600,144\n合计，38600,144'
			}
		]
	},
	{
		...OLD_COMPANY,
		item: 'pm-income',
		within: 9,
		issues: [
			{
				title: '枫林里小区{period}公共收益收支',
				body: '停车管理办法通过后开始办卡，本季度办卡79户。收入进小区公共账户，先还道闸的钱。',
				table:
					'项目，收入（元），支出（元）\n停车月卡，28440,0\n临时停车，4120,0\n管理员人工，0,21500\n道闸折旧，0,5250\n合计，32560,26750',
				comments: [
					{ after: [1, '18:30'], by: 'daibiao1', body: '没车的住户问：结余什么时候能用到大家身上？' },
					{
						after: [3, '10:05'],
						by: 'wuguanhui',
						for: 'owners-committee-0',
						body: '道闸的钱明年三季度还清，之后结余的用法由业主表决，大家可以先提想法，1号楼吴大姐那里有登记本。',
						answers: true
					}
				]
			}
		]
	},
	{
		...OLD_COMPANY,
		item: 'pm-service',
		within: 9,
		issues: [
			{
				title: '枫林里小区{period}物业服务情况',
				body: '一、报修268件，当天完成231件。\n\n二、下水疏通41次，其中2号楼占一半，管道老化，已列入改造建议。\n\n三、消防通道每晚八点、十点巡查，劝离情况报居委会。'
			}
		]
	},
	{
		...OWNERS,
		item: 'oc-fees',
		within: 7,
		issues: [
			{
				title: '{period}业委会成员交纳物业费情况',
				body: '业委会五名成员本期物业费全部按时交清，没有减免。'
			}
		]
	},
	{
		...OWNERS,
		item: 'oc-accounts',
		within: 15,
		issues: [
			{
				title: '{period}业委会经费和公共收益收支',
				body: '上年结转和本年收支如下，由居务监督委员会抽查票据40张。',
				table:
					'项目，收入（元），支出（元）\n公共收益，279000,0\n电梯钢丝绳更换，0,68000\n绿化补种，0,27400\n门禁和监控维护，0,52300\n大堂和楼道修补，0,39500\n业委会办公，0,4800\n合计，279000,192000',
				file: '业委会年度收支.csv'
			}
		]
	},
	{
		...OLD_OWNERS,
		item: 'oc-fees',
		within: 8,
		issues: [
			{
				title: '{period}物管会成员交纳物业费情况',
				body: '物管会七名成员中五名业主成员的物业费全部交清；其余两名由居委会、街道推荐，不在本小区居住。'
			}
		]
	}
];
