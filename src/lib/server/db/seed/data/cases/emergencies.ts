import type { CaseStory } from '../../history/cases/story.ts';

/** Where minutes count: somebody comes at once, and the record follows. */
export const EMERGENCIES: readonly CaseStory[] = [
	{
		key: 'lift-trapped',
		title: '10号楼1单元电梯困人',
		description: '电梯停在7层和8层之间，里面有一位老人和一个孩子，按铃有人应答，人没事，请马上来。',
		place: '10号楼1单元电梯',
		building: '10号楼',
		category: 'event-emergency',
		at: [-63, '18:22'],
		steps: [
			['+0 18:26', 'desk', { act: 'accept', class: 'A' }],
			['+0 18:30', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+0 18:34', 'unit', { act: 'sign' }],
			[
				'+0 19:06',
				'unit',
				{
					act: 'finish',
					result: '维保18:49到场，18:58平层放人，老人孩子无恙。已停梯检修门锁回路，次日上午复检后恢复。'
				}
			],
			['+0 19:40', 'verifier', { act: 'pass' }],
			[
				'+0 20:15',
				'caller',
				{
					act: 'call',
					contacted: true,
					solved: true,
					grade: 'very-satisfied',
					note: '老人女儿说物业一直在对讲里陪着说话，很安心。'
				}
			]
		]
	},
	{
		key: 'gas-smell',
		title: '5号楼2单元楼道闻到燃气味',
		description: '二三层之间燃气味很重，已经开窗，没敢开灯。',
		place: '5号楼2单元',
		building: '5号楼',
		category: 'event-emergency',
		at: [-211, '21:05'],
		steps: [
			['+0 21:08', 'desk', { act: 'accept', class: 'A' }],
			['+0 21:10', 'desk', { act: 'dispatch', unit: 'street/fire' }],
			['+0 21:13', 'unit', { act: 'sign' }],
			[
				'+0 22:20',
				'unit',
				{ act: 'finish', result: '202室灶具软管老化漏气，已关阀通风，燃气公司当场换金属波纹管，整单元复测无泄漏。' }
			],
			['+0 22:35', 'verifier', { act: 'pass' }],
			[
				'+0 22:55',
				'caller',
				{
					act: 'call',
					contacted: true,
					solved: true,
					grade: 'very-satisfied',
					note: '来得快，建议把整栋楼的软管都查一遍。'
				}
			]
		]
	}
];
