import type { CaseStory } from '../../history/cases/story.ts';

/** What could hurt somebody, and how it was done away with. */
export const HAZARDS: readonly CaseStory[] = [
	{
		key: 'flying-wires',
		title: '1号楼多户从窗户飞线充电',
		description: '一层到三层有五六根插线板从窗户甩下来给电动车充电，下雨也不收。',
		place: '1号楼南侧',
		building: '1号楼',
		category: 'grid-work-work-safety',
		by: 'wuye2',
		for: 'property-company-0',
		public: true,
		at: [-315, '20:02'],
		steps: [
			['+1 09:20', 'desk', { act: 'accept' }],
			['+1 09:40', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+1 10:30', 'unit', { act: 'sign' }],
			[
				'+3 16:00',
				'unit',
				{
					act: 'escalate',
					reason: 'no-authority',
					note: '逐户劝收过两轮，四户收了两户又甩出来，请消防到场执法并帮助选充电棚位置。'
				}
			],
			['+4 09:20', 'desk', { act: 'dispatch', unit: 'street/fire' }],
			['+4 10:50', 'unit', { act: 'sign' }],
			[
				'+4 14:00',
				'street',
				{
					act: 'whistle',
					departments: ['street/housing', 'street/police'],
					reason: '会商充电棚选址、用电报装和入户劝导。'
				}
			],
			['+4 16:40', 'department', { act: 'report-in', department: 'street/housing' }],
			['+5 09:30', 'department', { act: 'report-in', department: 'street/police' }],
			[
				'+6 17:00',
				'unit',
				{ act: 'finish', result: '五户飞线全部拆除，逐户发整改告知书；充电棚选址定在1号楼东侧自行车棚，报装已受理。' }
			],
			['+7 10:00', 'verifier', { act: 'pass' }],
			[
				'+7 15:20',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '马主任：棚子早点建成才治本。' }
			]
		]
	},
	{
		key: 'bearing-wall',
		title: '11号楼装修疑似砸承重墙',
		description: '902室从早上开始用大锤砸墙，整层都在震，走廊顶上掉灰。看着像是厨房和客厅之间那堵墙。',
		place: '11号楼902室',
		building: '11号楼',
		category: 'event-construction',
		by: 'resident4',
		at: [-147, '08:35'],
		steps: [
			['+0 09:05', 'desk', { act: 'accept', class: 'B' }],
			['+0 09:12', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+0 09:20', 'unit', { act: 'sign' }],
			[
				'+0 10:05',
				'unit',
				{
					act: 'escalate',
					reason: 'no-authority',
					note: '已要求停工，工人承认拆了一米二宽的墙，业主不让拍照，请房管到场认定。'
				}
			],
			['+0 10:20', 'desk', { act: 'dispatch', unit: 'street/housing' }],
			['+0 10:45', 'unit', { act: 'sign' }],
			[
				'+0 11:00',
				'street',
				{ act: 'whistle', departments: ['street/urban-management'], reason: '现场取证、责令停止施工。' }
			],
			['+0 11:50', 'department', { act: 'report-in', department: 'street/urban-management' }],
			[
				'+0 17:20',
				'unit',
				{
					act: 'finish',
					result:
						'经比对竣工图，拆除的是非承重隔墙，但未办装修备案。已责令补办手续、恢复走廊顶面，装修公司写出说明并在楼内张贴。'
				}
			],
			['+0 17:50', 'verifier', { act: 'pass' }],
			[
				'+0 18:20',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '放心了，希望以后装修先公示。' }
			]
		]
	},
	{
		key: 'burst-pipe',
		title: '枫林路口供水管爆裂，南区停水',
		description: '7号楼南边路口冒水，水柱一人多高，楼里水压已经没有了。',
		place: '枫林路与枫林东路路口',
		building: '7号楼',
		category: 'component-utilities',
		at: [-336, '06:50'],
		steps: [
			['+0 07:30', 'desk', { act: 'accept' }],
			['+0 07:35', 'desk', { act: 'dispatch', unit: 'district/water' }],
			['+0 08:05', 'unit', { act: 'sign' }],
			[
				'+0 16:40',
				'unit',
				{ act: 'finish', result: 'DN200铸铁管接口冻裂，换管6米，15:50恢复供水，路面已临时铺平。停水期间送水车两辆。' }
			],
			['+0 17:10', 'verifier', { act: 'pass' }],
			[
				'+0 18:30',
				'caller',
				{
					act: 'call',
					contacted: true,
					solved: true,
					grade: 'satisfied',
					note: '送水车帮了大忙，停水通知要是能早点发更好。'
				}
			]
		]
	},
	{
		key: 'corridor-piles',
		title: '6号楼楼道堆放纸箱杂物',
		description: '3单元四层到六层楼道堆满纸箱、旧家具，只剩一个人侧身过的缝，一旦着火跑都跑不出来。',
		place: '6号楼3单元四至六层',
		building: '6号楼',
		category: 'grid-work-work-safety',
		by: 'dangyuan1',
		visible: true,
		at: [-344, '10:10'],
		steps: [
			['+0 10:40', 'desk', { act: 'accept' }],
			['+0 10:55', 'desk', { act: 'dispatch', unit: 'property-company-0' }],
			['+0 14:00', 'unit', { act: 'sign' }],
			['+3 17:00', 'unit', { act: 'finish', result: '贴清理通知三天，周末和党员志愿者一起清走两车，四户自行搬回。' }],
			['+4 10:10', 'verifier', { act: 'fail', reason: '六层东侧铁架和花盆还在，通道净宽不足1米。' }],
			['+5 16:20', 'unit', { act: 'finish', result: '铁架切割拆走，花盆帮住户挪到阳台，通道净宽恢复到1.3米。' }],
			['+6 10:00', 'verifier', { act: 'pass' }],
			[
				'+6 15:30',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '郭书记说以后每季度一起清一次。' }
			]
		]
	},
	{
		key: 'bike-in-lift',
		title: '电动车进电梯上楼充电',
		description: '11号楼有人把电动车推进电梯带回家充电，一天好几趟，群里说了也不听。',
		place: '11号楼电梯',
		building: '11号楼',
		category: 'grid-work-work-safety',
		at: [-188, '20:30'],
		steps: [
			['+1 09:15', 'desk', { act: 'accept' }],
			['+1 09:30', 'desk', { act: 'dispatch', unit: 'property-company-1' }],
			['+1 10:20', 'unit', { act: 'sign' }],
			[
				'+5 15:00',
				'unit',
				{
					act: 'finish',
					result: '两部电梯装好电动车识别阻车装置，试运行两天拦下11次；涉及的三户已登门约谈，改到充电棚充电。'
				}
			],
			['+6 10:30', 'verifier', { act: 'pass' }],
			[
				'+6 17:10',
				'caller',
				{ act: 'call', contacted: true, solved: true, grade: 'very-satisfied', note: '装上就好了，希望别的楼也装。' }
			]
		]
	},
	{
		key: 'street-lamp',
		title: '枫林东路三盏路灯不亮',
		description: '8号楼东边这一段晚上漆黑，学生下晚自习要打手电。',
		place: '枫林东路8号楼段',
		building: '8号楼',
		category: 'component-utilities',
		by: 'wangge2',
		for: 'residents-committee',
		at: [-29, '19:20'],
		steps: [
			['+0 19:50', 'desk', { act: 'accept' }],
			['+0 20:10', 'desk', { act: 'dispatch', unit: 'district/urban-management' }],
			['+1 09:25', 'desk', { act: 'dispatch', unit: 'district/urban-management' }],
			['+1 09:50', 'unit', { act: 'sign' }],
			['+1 17:30', 'unit', { act: 'finish', result: '地埋电缆被绿化施工挖断，已接续并更换两只整流器，三盏全部点亮。' }],
			['+1 17:55', 'verifier', { act: 'pass' }],
			['+1 18:40', 'caller', { act: 'call', contacted: true, solved: true, grade: 'satisfied', note: '亮了。' }]
		]
	}
];
