/**
 * People of 枫林苑 who have a part to play: neighbours with an account of their own, committee members who live there,
 * owners who live elsewhere. Everybody else in the 1,200 households is drawn.
 */
export interface CastMember {
	login: string;
	name: string;
	sex: 'female' | 'male';
	age: number;
	/** Lives here; left out for owners who live elsewhere. */
	home?: string;
	owns?: readonly string[];
	represents?: boolean;
	/** 居民代表 of so many households around, or a member of the community's party branch. */
	appointed?: 'residents-representative' | 'party-member';
}

export const CAST: readonly CastMember[] = [
	{
		login: 'resident1',
		name: '李桂芳',
		sex: 'female',
		age: 68,
		home: '3号楼2单元501',
		owns: ['3号楼2单元501'],
		represents: true
	},
	{ login: 'resident2', name: '张德福', sex: 'male', age: 71, home: '3号楼2单元501', owns: ['3号楼2单元501'] },
	{
		login: 'resident3',
		name: '刘雅静',
		sex: 'female',
		age: 36,
		home: '9号楼1单元1102',
		owns: ['9号楼1单元1102'],
		represents: true
	},
	{ login: 'resident4', name: '陈思远', sex: 'male', age: 29, home: '11号楼1单元804', represents: true },
	{
		login: 'resident5',
		name: '赵玉珍',
		sex: 'female',
		age: 77,
		home: '2号楼3单元101',
		owns: ['2号楼3单元101'],
		represents: true
	},
	{
		login: 'owner1',
		name: '孙国珍',
		sex: 'male',
		age: 59,
		owns: ['3号楼1单元602', '7号楼1单元1203', '10号楼2单元903']
	},
	{ login: 'owner2', name: '郑立红', sex: 'female', age: 52, owns: ['3号楼4单元302'] },
	{ login: 'owner3', name: '郑建民', sex: 'male', age: 55, owns: ['3号楼4单元302'] },
	{ login: 'owner4', name: '冯晓雯', sex: 'female', age: 41, owns: ['12号楼1单元506'] },
	{
		login: 'daibiao1',
		name: '吴秀芝',
		sex: 'female',
		age: 64,
		home: '1号楼2单元302',
		owns: ['1号楼2单元302'],
		represents: true,
		appointed: 'residents-representative'
	},
	{
		login: 'daibiao2',
		name: '谭志明',
		sex: 'male',
		age: 58,
		home: '10号楼1单元601',
		owns: ['10号楼1单元601'],
		represents: true,
		appointed: 'residents-representative'
	},
	{
		login: 'dangyuan1',
		name: '郭振山',
		sex: 'male',
		age: 73,
		home: '6号楼1单元202',
		owns: ['6号楼1单元202'],
		represents: true,
		appointed: 'party-member'
	},
	{
		login: 'yeweihui',
		name: '丁卫东',
		sex: 'male',
		age: 57,
		home: '8号楼2单元1501',
		owns: ['8号楼2单元1501'],
		represents: true
	},
	{
		login: 'yeweihui-fuzhuren',
		name: '姚红',
		sex: 'female',
		age: 46,
		home: '10号楼1单元702',
		owns: ['10号楼1单元702'],
		represents: true
	},
	{
		login: 'yeweihui-weiyuan',
		name: '秦浩',
		sex: 'male',
		age: 38,
		home: '7号楼2单元1604',
		owns: ['7号楼2单元1604'],
		represents: true
	},
	{
		login: 'wuguanhui-weiyuan',
		name: '薛春生',
		sex: 'male',
		age: 66,
		home: '3号楼3单元402',
		owns: ['3号楼3单元402'],
		represents: true
	},
	{
		login: 'jiandu',
		name: '郝树林',
		sex: 'male',
		age: 70,
		home: '5号楼1单元201',
		owns: ['5号楼1单元201'],
		represents: true
	},
	{
		login: 'jiandu-weiyuan',
		name: '邵玉梅',
		sex: 'female',
		age: 61,
		home: '8号楼1单元304',
		owns: ['8号楼1单元304'],
		represents: true
	}
];

/** Further households of 枫林苑 whose first adult can sign in: resident6 to resident40. */
export const MORE_RESIDENTS = { from: 6, to: 40 } as const;
