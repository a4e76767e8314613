import type { MeetingStory } from '../../history/meetings/story.ts';

/** Meetings of the third quarter. */
export const SECOND_HALF: readonly MeetingStory[] = [
	{
		key: 'renovation',
		kind: 'co-building',
		title: '枫林苑社区共建联席会（装修管理）',
		place: '社区活动中心二层会议室',
		by: 'juwei',
		for: 'residents-committee',
		at: [-140, '19:00'],
		called: 10,
		convened: 4,
		parties: [
			'party-committee',
			'owners-committee-1',
			'owners-committee-0',
			'property-company-0',
			'property-company-1',
			'street/housing'
		],
		agenda: [
			{
				by: 'yeweihui',
				title: '11号楼902室拆墙的处理',
				kind: 'inform',
				minutes: 20,
				parts: [{ by: 'fangguan-suozhang', title: '承重墙怎么认、找谁问', kind: 'inform', minutes: 10 }]
			},
			{ by: 'wuye', title: '装修备案和押金', kind: 'decide', minutes: 25 },
			{ by: 'juwei', title: '装修时间和垃圾清运', kind: 'decide', minutes: 15 }
		],
		present: [
			'juwei',
			'juwei-jilu',
			'yeweihui',
			'yeweihui-fuzhuren',
			'wuguanhui',
			'wuye',
			'wuye-gongcheng',
			'wuye2',
			'fangguan-suozhang',
			'resident4'
		],
		residents: 4,
		minutes: [
			[
				10,
				'1',
				'yeweihui-fuzhuren',
				`丁卫东：902室业主已停工，设计院出了加固方案，费用由业主自己承担，恢复后由房管所复验。
				楼上楼下三户要求看到复验结论，业主同意在单元门口张贴。`
			],
			[22, '1.1', 'juwei-jilu', `倪宏利：图纸上涂黑的墙都不能动，拿不准就拨房管所电话，当天有人答复，不收费。`],
			[
				38,
				'2',
				'yeweihui-fuzhuren',
				`石磊提出押金从2,000元提到5,000元，拆改墙体的另签承诺书。
				陈思远（11号楼租户）：押金退得慢，去年退了四个月，提高了更麻烦。
				**议定：**押金不提高；拆改墙体必须先给物业看图纸；验收后十个工作日内退押金，逾期由项目经理书面说明。`
			],
			[
				52,
				'3',
				'juwei-jilu',
				`**议定：**工作日8:00到12:00、14:00到19:00可以施工，周末不敲打；装修垃圾装袋，当天运走，不落楼道。
				[ ] 方婷婷：做成一张告知单，随装修证发放
				[ ] 马占军：枫林里同样执行，{+10}前贴出`
			]
		],
		lasts: 66,
		signatures: [
			{ by: 'juwei', after: 0 },
			{ by: 'yeweihui', after: 0 },
			{ by: 'wuguanhui', after: 1 },
			{ by: 'wuye2', after: 1 },
			{ by: 'fangguan-suozhang', after: 2 },
			{
				by: 'wuye',
				after: 2,
				stance: 'refuse',
				text: '“逾期由项目经理书面说明”没有区分原因。业主不来办手续造成的逾期也算到物业头上，我方不能签这一条，其余各条同意执行。'
			}
		]
	},
	{
		key: 'parking-hearing',
		kind: 'hearing',
		title: '枫林里小区停车管理办法民主听证会',
		place: '社区活动中心一层大厅',
		by: 'juwei',
		for: 'residents-committee',
		at: [-112, '14:30'],
		called: 15,
		convened: 9,
		parties: [
			'party-committee',
			'owners-committee-0',
			'property-company-0',
			'supervisory-committee',
			'street/traffic',
			'street/urban-management'
		],
		agenda: [
			{ by: 'wuguanhui', title: '停车管理办法草案', kind: 'inform', minutes: 20 },
			{
				by: 'juwei',
				title: '听取各方意见',
				kind: 'hear',
				minutes: 50,
				parts: [
					{ by: 'wuye2', title: '车位数和费用测算', kind: 'inform', minutes: 15 },
					{ by: 'wuguanhui', title: '无车住户和租户的意见', kind: 'hear', minutes: 20 }
				]
			},
			{ by: 'chengguan-duizhang', title: '地锁拆除安排', kind: 'inform', minutes: 10 }
		],
		present: [
			'juwei',
			'juwei-jilu',
			'juwei-luru',
			'dangwei',
			'wuguanhui',
			'wuguanhui-weiyuan',
			'wuye2',
			'wuye2-kefu',
			'jiandu',
			'jiaotong',
			'chengguan-duizhang',
			'resident1',
			'daibiao1',
			'dangyuan1'
		],
		residents: 10,
		minutes: [
			[
				13,
				'1',
				'wuguanhui-weiyuan',
				`史建华：院里能划92个车位，登记的车有168辆。草案是一户一车优先，月卡120元，第二辆车只能临停，收入进小区公共账户。`
			],
			[
				27,
				'2.1',
				'juwei-luru',
				`| 项目 | 每年（元） |
				| 月卡收入（按85户） | 122,400 |
				| 临停收入（估） | 18,000 |
				| 划线、道闸折旧 | 21,000 |
				| 两名管理员 | 86,000 |
				马占军：结余三万多，先还道闸的钱，两年以后才有真正的结余。`
			],
			[
				44,
				'2.2',
				'juwei-jilu',
				`### 发言摘要
				- 李桂芳：赞成收费，但夜里十点后空着的位子要让晚归的人停
				- 吴秀芝：没车的人家也有一份，结余要用在大家身上
				- 郭振山：救护车、消防通道两侧一个也不许划
				- 一位租户：租户能不能办月卡，草案里没有写`
			],
			[
				58,
				'2',
				'juwei-luru',
				`物管会当场答复：租户凭租赁合同可以办月卡，排在业主之后；通道两侧八个位置从图上去掉，改为92个减到84个。
				其余意见逐条书面答复，{+6}前张贴。
				**议定：**办法按上述改动修改后，由物管会提交枫林里全体业主表决。`
			],
			[70, '3', 'juwei-jilu', `侯建利：现有地锁37把，表决结果出来之前先摸底，通过后统一拆，不收拆除费。`]
		],
		lasts: 88,
		objections: [
			{
				by: 'dangyuan1',
				words: '物管会当场答复：租户凭租赁合同',
				body: '“92个减到84个”前面多了“改为”两个字，读着像改成92个。',
				accepted: true,
				answer: '是笔误，应读作“车位由92个减到84个”。'
			}
		],
		signatures: [
			{ by: 'juwei', after: 0 },
			{ by: 'dangwei', after: 0 },
			{ by: 'wuguanhui', after: 1 },
			{ by: 'wuye2', after: 1 },
			{ by: 'jiandu', after: 1 },
			{ by: 'chengguan-duizhang', after: 2 }
		]
	}
];
