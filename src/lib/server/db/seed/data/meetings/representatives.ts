import type { MeetingStory } from '../../history/meetings/story.ts';

export const REPRESENTATIVES: MeetingStory = {
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
};
