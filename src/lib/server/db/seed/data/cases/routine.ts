import type { Grade } from '#lib/domain/cases/case.ts';

/** A matter of every week. `{}` stands for the place; texts of one row belong together. */
export interface Routine {
	category: string;
	/** Slot of the unit it goes to; `property` is the company of the building. */
	unit: string;
	/** Days until it is done. */
	days: number;
	wordings: readonly { title: string; description: string; result: string }[];
}

export const ROUTINES: readonly Routine[] = [
	{
		category: 'component-other',
		unit: 'property',
		days: 1,
		wordings: [
			{
				title: '{}楼道灯不亮',
				description: '{}二层和三层的声控灯都不亮了，晚上摸黑上楼。',
				result: '更换声控灯头3只，同楼层一并检查，均正常。'
			},
			{
				title: '{}单元门关不上',
				description: '{}单元门闭门器坏了，门一直敞着，外人随便进。',
				result: '更换闭门器并调校门禁磁力锁，试关二十次正常。'
			},
			{
				title: '{}信报箱锁坏',
				description: '{}信报箱锁孔被堵，好几户取不出信。',
				result: '换锁芯6把，钥匙已逐户签收。'
			},
			{
				title: '{}楼梯踏步缺角',
				description: '{}一层到二层有两级踏步缺了角，老人容易绊。',
				result: '踏步修补并加防滑条，养护一天后开放。'
			}
		]
	},
	{
		category: 'event-environment',
		unit: 'property',
		days: 1,
		wordings: [
			{
				title: '{}门前堆放装修垃圾',
				description: '{}门口堆了十几袋渣土，两天没人拉。',
				result: '查到装修户，当天清运完毕，并告知先到客服登记。'
			},
			{
				title: '{}绿地狗粪多',
				description: '{}旁边草坪全是狗粪，孩子没法玩。',
				result: '清扫绿地，加装便袋箱一个，宣传牌已立。'
			},
			{
				title: '{}下水井有异味',
				description: '{}门前污水井返味，开窗就闻到。',
				result: '疏通化粪池支管，井盖加密封圈，已无明显异味。'
			}
		]
	},
	{
		category: 'component-greenery',
		unit: 'property',
		days: 3,
		wordings: [
			{
				title: '{}树枝遮挡一层采光',
				description: '{}南侧的树长到窗户上了，一层白天都要开灯。',
				result: '按修剪规程疏枝提冠，枝叶当天清走。'
			},
			{
				title: '{}绿篱缺株踩出小道',
				description: '{}前的绿篱被踩断一截，大家都从那儿抄近道。',
				result: '补植大叶黄杨24株，缺口处改铺汀步。'
			}
		]
	},
	{
		category: 'grid-work-mediation',
		unit: 'residents-committee',
		days: 2,
		wordings: [
			{
				title: '{}楼上夜间跑跳扰邻',
				description: '{}楼上孩子晚上十点多还在跑，多次沟通没用。',
				result: '上门调解，楼上铺了地垫，约定九点半后不跑跳。'
			},
			{
				title: '{}空调外机滴水',
				description: '{}楼上空调水滴在我家窗台上，啪嗒啪嗒整夜睡不着。',
				result: '联系楼上住户接长冷凝水管，现场看过不再滴。'
			},
			{
				title: '{}公共走道放鞋柜起争执',
				description: '{}对门把鞋柜放在走道，说了几次要吵起来。',
				result: '两家面谈，鞋柜已搬回屋内，互相道歉。'
			}
		]
	},
	{
		category: 'event-street-order',
		unit: 'street/urban-management',
		days: 2,
		wordings: [
			{
				title: '{}外流动摊贩占道',
				description: '{}外人行道上早市摊位占了一半路，推婴儿车过不去。',
				result: '劝离摊贩6户，早6点至9点定点值守一周。'
			},
			{
				title: '{}外商户店外经营',
				description: '{}底下的水果店把货摆到盲道上。',
				result: '责令收回店内，签门前三包责任书。'
			},
			{
				title: '{}私装地锁',
				description: '{}前面公共车位上装了三把地锁。',
				result: '下达限期拆除通知，两户自拆、一户代拆。'
			}
		]
	},
	{
		category: 'grid-work-social-service',
		unit: 'service-station',
		days: 1,
		wordings: [
			{
				title: '{}老人行动不便需上门办证',
				description: '{}八十多岁老人下不了楼，想办老年优待证。',
				result: '工作人员上门采集信息，证件办好后送到家。'
			},
			{
				title: '{}残疾居民申请扶手安装',
				description: '{}住户腿脚不好，想在卫生间和楼道装扶手。',
				result: '已报无障碍改造，安装扶手三处并验收。'
			}
		]
	},
	{
		category: 'grid-work-public-order',
		unit: 'street/police',
		days: 3,
		wordings: [
			{
				title: '{}电动车电池被盗',
				description: '{}楼下停的电动车电池昨夜被撬走。',
				result: '调取监控立案侦查，已抓获嫌疑人一名，追回电池两块。'
			},
			{
				title: '{}可疑人员挨户敲门',
				description: '{}有人自称查燃气挨家敲门，要加微信。',
				result: '民警核实为保健品推销，已驱离并在楼门张贴提示。'
			}
		]
	},
	{
		category: 'event-environment',
		unit: 'street/sanitation',
		days: 1,
		wordings: [
			{
				title: '{}大件垃圾无人清运',
				description: '{}旁边旧沙发、床垫堆了快一周。',
				result: '大件垃圾清运两车，暂存点已挂牌标明清运时间。'
			},
			{
				title: '{}分类桶站脏污',
				description: '{}桶站地面油污打滑，桶盖拉环断了。',
				result: '高压冲洗地面，更换桶4只、拉环6个。'
			}
		]
	},
	{
		category: 'grid-work-appeals',
		unit: 'residents-committee',
		days: 3,
		wordings: [
			{
				title: '{}居民建议增设快递柜',
				description: '{}快递放门口老丢，能不能装快递柜？',
				result: '与运营公司谈妥试点一组，位置已在楼门公示征求意见。'
			},
			{
				title: '{}居民建议活动室周末开放',
				description: '{}上班族周末才有空，活动室周末却锁门。',
				result: '志愿者排班，周六日上午九点至下午五点开放。'
			}
		]
	}
];

/** How the reporter answers, with weights. */
export const ANSWERS: readonly (readonly [{ grade: Grade; note: string }, number])[] = [
	[{ grade: 'very-satisfied', note: '办得快，谢谢。' }, 22],
	[{ grade: 'very-satisfied', note: '没想到当天就来了。' }, 12],
	[{ grade: 'satisfied', note: '解决了。' }, 30],
	[{ grade: 'satisfied', note: '可以，再观察观察。' }, 14],
	[{ grade: 'neutral', note: '弄是弄了，慢了点。' }, 9],
	[{ grade: 'dissatisfied', note: '解决了，但来回催了三次。' }, 3]
];
