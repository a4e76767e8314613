import type { CaseStory } from '../../history/cases/story.ts';

/** In the middle of their lives on day 0: things broken or blocked in house and yard, one for each thing that somebody may have to do. */
export const UNDER_WAY_UPKEEP: readonly CaseStory[] = [
	{
		key: 'fire-lane',
		title: '3号楼西侧消防通道被占',
		description:
			'3号楼西侧消防通道长期停放私家车，最窄处只剩1.6米，消防车无法通过。物业本月劝离11次，劝走又停。请划设黄线并加装可升降地桩，对反复占用的依法处理。',
		place: '3号楼西侧消防通道',
		building: '3号楼',
		category: 'grid-work-work-safety',
		by: 'juwei',
		for: 'residents-committee',
		public: true,
		at: [-14, '19:32'],
		steps: [
			['+0 20:05', 'desk', { act: 'accept' }],
			['+0 20:08', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 20:40', 'unit', { act: 'sign' }],
			['+7 19:50', 'caller', { act: 'tell-progress', note: '已告知周主任：物业劝离无执法权，案件将升级到街道。' }],
			[
				'+7 21:00',
				'desk',
				{ act: 'reclassify', class: 'D', reason: '涉及执法、交通标线和消防三家，需要现场勘查和施工，按复杂类办理。' }
			],
			['+7 21:04', 'desk', { act: 'dispatch', unit: 'street/urban-management' }],
			['+8 09:20', 'unit', { act: 'sign' }],
			[
				'+9 10:00',
				'street',
				{
					act: 'whistle',
					departments: ['street/fire', 'street/traffic'],
					reason: '请到3号楼西侧现场会商划线位置和地桩形式。'
				}
			],
			['+9 15:30', 'department', { act: 'report-in', department: 'street/fire' }],
			['+10 10:20', 'department', { act: 'report-in', department: 'street/traffic' }],
			[
				'+12 16:00',
				'unit',
				{ act: 'ask-extension', hours: 10, reason: '地桩已到货，划线漆需避开明早晨练时段，请延到明晚。' }
			],
			['+12 17:10', 'unit-leader', { act: 'grant-extension', note: '同意，务必一次划到位。' }]
		],
		ends: 'handling'
	},
	{
		key: 'garage-lights',
		title: '9号楼地下车库B区顶灯成片不亮',
		description: 'B区靠9号楼电梯厅这一片大约六盏灯都不亮，晚上推婴儿车看不清台阶，已经有邻居崴了脚。',
		place: '枫林苑小区地下车库B区',
		building: '9号楼',
		category: 'component-other',
		by: 'resident3',
		visible: true,
		at: 'now-70',
		steps: [
			['now-40', 'desk', { act: 'accept' }],
			['now-25', 'desk', { act: 'dispatch', unit: 'property-company-1' }]
		],
		ends: 'dispatched'
	},
	{
		key: 'manhole',
		title: '小区东门井盖破损下沉',
		description: '东门外人行道上一个雨水井盖裂成两半，低了三四公分，电动车过去咣当响，怕老人踩空。',
		place: '枫林苑小区东门外人行道',
		building: '8号楼',
		category: 'component-environment',
		by: 'resident5',
		at: [-3, '08:25'],
		steps: [
			['+0 09:10', 'desk', { act: 'accept' }],
			['+0 09:25', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+0 10:40', 'unit', { act: 'sign' }],
			['+2 16:30', 'unit', { act: 'finish', result: '已更换为重型防沉降井盖，四周补沥青找平，围挡已撤。' }]
		],
		ends: 'verifying'
	},
	{
		key: 'manhole-again',
		title: '东门口井盖坏了',
		description: '接孩子回来自行车前轮陷了一下，东门口那个井盖碎了。',
		place: '枫林苑小区东门',
		building: '8号楼',
		category: 'component-environment',
		at: [-3, '17:12'],
		steps: [['+0 17:40', 'desk', { act: 'merge', master: 'manhole' }]],
		ends: 'merged'
	},
	{
		key: 'wet-stairs',
		title: '4号楼1单元一层楼道有积水',
		description: '一进单元门就是一摊水，像是从101门口的水表井里渗出来的，地上滑。',
		place: '4号楼1单元一层',
		building: '4号楼',
		category: 'component-other',
		by: 'resident1',
		at: 'now-35',
		steps: [],
		ends: 'submitted'
	},
	{
		key: 'lift-noise',
		title: '8号楼2单元电梯运行异响',
		description: '电梯经过12层时“咯噔”一声，已经一个星期了，晚上特别明显，住户担心安全。',
		place: '8号楼2单元电梯',
		building: '8号楼',
		category: 'component-other',
		by: 'yeweihui',
		visible: true,
		at: [-6, '20:15'],
		steps: [
			['+1 09:05', 'desk', { act: 'accept' }],
			['+1 09:20', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+1 10:10', 'unit', { act: 'sign' }],
			[
				'+3 17:00',
				'unit',
				{ act: 'finish', result: '维保单位更换12层导靴衬垫、紧固导轨压板，空载和满载各试运行二十趟，无异响。' }
			],
			['+4 10:30', 'verifier', { act: 'pass' }]
		],
		ends: 'calling-back'
	}
];
