/** What residents of 枫林苑 have proposed, and who stands behind it: sign-in names, in order. */
export interface ProposalStory {
	by: string;
	/** Day and time. */
	at: readonly [day: number, time: string];
	title: string;
	body: string;
	place: string | null;
	supporters: readonly string[];
}

const residents = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, i) => `resident${from + i}`);

export const PROPOSALS: readonly ProposalStory[] = [
	{
		by: 'resident1',
		at: [-12, '09:20'],
		title: '活动中心晚上晚一个小时关门',
		body: '合唱队和乒乓球队都是下班以后才凑得齐人，八点半关门，刚热身就得走。\n能不能周一到周五开到九点半？我们可以轮流值班关灯锁门。',
		place: '社区活动中心',
		supporters: [...residents(2, 5), ...residents(8, 13)]
	},
	{
		by: 'resident4',
		at: [-6, '20:45'],
		title: '快递柜旁边装一盏感应灯',
		body: '快递柜在11号楼东山墙，天黑以后看不清格口号，老人得打着手电找。\n装一盏人来就亮的灯，费电不多。',
		place: '11号楼东侧快递柜',
		supporters: ['resident3', 'resident5', 'daibiao1', ...residents(14, 16)]
	},
	{
		by: 'daibiao1',
		at: [-2, '18:10'],
		title: '每月固定一天集中回收旧家具',
		body: '旧沙发、旧床垫堆在楼道和垃圾桶边上，清运一次等很久。\n每月定一天，社区约好车，各家提前登记，当天一起拉走。',
		place: null,
		supporters: ['resident2']
	}
];
