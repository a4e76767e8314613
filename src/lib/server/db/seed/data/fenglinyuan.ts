import type { CommunityPlan } from './places.ts';

// Corners that neighbouring grids share, in metres; written once so that no gap and no overlap can come in between.
const middle = [258, 212] as const;
const west = [-12, 208] as const;
const westBend = [120, 198] as const;
const east = [540, 216] as const;
const eastBend = [402, 224] as const;
const south = [268, -8] as const;
const north = [262, 438] as const;

/** Six walk-ups of the old factory housing, without lifts. Three doors a landing, 42 to 68 m². */
const walkUp = [6_812, 4_236, 5_658] as const;
/** Four doors a landing in the slabs of 2009. */
const slab = [8_945, 12_868, 11_273, 8_945] as const;

/** 枫林苑社区: the community that is complete in everything. */
export const FENGLINYUAN: CommunityPlan = {
	code: '990101001001',
	name: '枫林苑社区',
	letters: 'FLY',
	kind: 'commercial-estate',
	address: '清杨街道枫林路26号',
	introduction:
		'枫林苑社区东至枫林东路，西至清杨路，南至枫林路，北至永济渠。辖枫林里、枫林苑两个小区：枫林里是1986年建成的老旧小区，六栋六层住宅，没有电梯；' +
		'枫林苑是2009年交付的商品房小区，六栋高层。两个小区共用一条消防环路和社区北侧的小花园。',
	corner: [119.612, 38.914],
	grids: [
		{ name: '第一网格（枫林里南）', corners: [[0, 0], south, middle, westBend, west] },
		{ name: '第二网格（枫林苑南）', corners: [south, [530, 6], east, eastBend, middle] },
		{ name: '第三网格（枫林苑北）', corners: [middle, eastBend, east, [522, 430], north] },
		{ name: '第四网格（枫林里北）', corners: [west, westBend, middle, north, [-6, 424]] }
	],
	propertyAreas: [
		{
			name: '枫林里小区',
			buildings: [
				{ name: '1号楼', entrances: 4, floors: 6, landing: walkUp, at: [52, 40], grid: 0, households: 68 },
				{ name: '2号楼', entrances: 5, floors: 6, landing: walkUp, at: [58, 98], grid: 0, households: 84 },
				{ name: '3号楼', entrances: 6, floors: 6, landing: walkUp, at: [186, 96], grid: 0, households: 101 },
				{ name: '4号楼', entrances: 5, floors: 6, landing: walkUp, at: [54, 262], grid: 3, households: 85 },
				{ name: '5号楼', entrances: 4, floors: 6, landing: walkUp, at: [60, 342], grid: 3, households: 67 },
				{ name: '6号楼', entrances: 5, floors: 6, landing: [6_188, 5_420], at: [178, 330], grid: 3, households: 56 }
			]
		},
		{
			name: '枫林苑小区',
			buildings: [
				{ name: '7号楼', entrances: 2, floors: 18, landing: slab, at: [330, 48], grid: 1, households: 136 },
				{ name: '8号楼', entrances: 2, floors: 18, landing: slab, at: [446, 52], grid: 1, households: 137 },
				{
					name: '9号楼',
					entrances: 2,
					floors: 18,
					landing: [9_786, 13_640, 9_786],
					at: [450, 150],
					grid: 1,
					households: 102
				},
				{
					name: '10号楼',
					entrances: 2,
					floors: 18,
					landing: [9_786, 13_640, 9_786],
					at: [336, 292],
					grid: 2,
					households: 101
				},
				{
					name: '11号楼',
					entrances: 1,
					floors: 24,
					landing: [6_732, 8_918, 8_918, 6_732, 7_554, 7_554],
					at: [444, 296],
					grid: 2,
					households: 135
				},
				{
					name: '12号楼',
					entrances: 1,
					floors: 24,
					landing: [6_732, 8_918, 8_918, 6_732, 7_554, 7_554],
					at: [420, 372],
					grid: 2,
					households: 128,
					unsold: 14
				}
			]
		}
	]
};
