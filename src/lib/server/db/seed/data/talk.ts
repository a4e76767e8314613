import type { CommentStory } from '../history/disclosures/story.ts';

/** What is said under votes and meetings, counted from that day. */
export const TALK: readonly {
	about: readonly [type: 'vote' | 'meeting', key: string];
	since: number;
	comments: readonly CommentStory[];
}[] = [
	{
		about: ['vote', 'charging-shed'],
		since: -5,
		comments: [
			{
				after: [0, '19:26'],
				by: 'resident3',
				stance: 'against',
				body: '我家电动车现在停在车库，充电要下两层楼。要是棚子离9号楼太远，建了也用不上。'
			},
			{
				after: [1, '09:50'],
				by: 'juwei',
				for: 'residents-committee',
				body: '刘女士，枫林苑是不是合用、要不要在地下车库另设充电位，已经列进议事会的议题，先看大家要不要建。',
				answers: true
			},
			{
				after: [2, '08:05'],
				by: 'dangyuan1',
				stance: 'question',
				body: '十八万里包不包括以后的喷淋检测？别建得起、养不起。'
			},
			{
				after: [2, '16:30'],
				by: 'wuye2',
				for: 'property-company-0',
				body: '郭师傅，检测费每年约3,200元，测算里从充电收入里出，收支每季度公布。',
				answers: true
			},
			{
				after: [3, '21:10'],
				by: 'resident4',
				stance: 'for',
				body: '支持。楼道里总有人推车上来，夜里听着响心里不踏实。'
			}
		]
	},
	{
		about: ['vote', 'lift-3'],
		since: -28,
		comments: [
			{
				after: [1, '08:40'],
				by: 'resident2',
				body: '没过就没过，我再问一句：能不能改改方案再来一回？我五楼，实在盼着。'
			},
			{
				after: [2, '10:25'],
				by: 'wuguanhui',
				for: 'owners-committee-0',
				body: '张大哥，能。我们准备先和四单元、一层的几户单独谈，方案改了重新征求意见，再投是新的一次表决。',
				answers: true
			}
		]
	},
	{
		about: ['meeting', 'fire-lane'],
		since: -14,
		comments: [
			{ after: [5, '20:15'], by: 'resident1', body: '这几天夜里清静多了，就是周末又有两辆外地车堵着。' },
			{
				after: [6, '09:30'],
				by: 'juwei',
				for: 'residents-committee',
				body: '李阿姨，已请网格员登记，地桩装上之前物业周末也巡。案件走到哪一步，在纪要那一段旁边就能看到。',
				answers: true
			}
		]
	}
];
