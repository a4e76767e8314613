import { describe, expect, test } from 'vitest';
import * as cell from './cells.ts';
import { checkLines } from './check-lines.ts';
import { COLUMNS, columnOf, headOf } from './columns.ts';
import { idNumber, isAdult } from './id-number.ts';
import { peopleOf } from './people.ts';
import { readShare, showShare, sumOfShares } from './share.ts';
import { readTable } from './table.ts';

const TODAY = '2026-11-24';
/** Made up, with a right check character: born 1958-03-21 and 2015-06-01. */
const OLD = '990101195803210016';
const CHILD = '990101201506010013';
const withCheck = (seventeen: string) => [...'0123456789X'].map((c) => seventeen + c).find((id) => idNumber(id))!;

const HEAD = COLUMNS.map(({ head }) => head);
type Cells = Partial<Record<(typeof COLUMNS)[number]['head'], string>>;
const home: Cells = { 小区: '枫林苑小区', 楼栋: '3号楼', 单元: '2', 房号: '501', 建筑面积: '89.45', 面积依据: '登记' };
const row = (cells: Cells) => HEAD.map((head) => ({ ...home, ...cells })[head] ?? '');
const read = (...rows: Cells[]) => {
	const table = readTable([HEAD, ...rows.map(row)], TODAY);
	if (!table.ok) throw new Error(table.refusal.code);
	return table.value;
};
/** What is wrong, as `row column code`. */
const issues = (...rows: Cells[]) => {
	const { lines, issues: wrong } = read(...rows);
	return [...wrong, ...checkLines(lines)].map(
		({ row, column, code }) => `${row} ${column && headOf(column)} ${code.replace('import.', '')}`
	);
};
const head: Cells = { 户号: 'FLY-1', 姓名: '周建国', 户主: '是', 成年: '是' };
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }) =>
	result.ok ? result.value : result.refusal.code;

describe('cells', () => {
	test.each([
		['89.45', 8945n],
		[' 89.4 ㎡', 8940n],
		['１００', 10_000n],
		['0.1', 10n],
		['0', 'import.area'],
		['-5', 'import.area'],
		['89.456', 'import.area-decimals'],
		['1e3', 'import.area'],
		['=1+1', 'import.area']
	])('area %s', (text, wanted) => expect(value(cell.squareMetres(text))).toBe(wanted));

	test.each([
		['2019-03-05', '2019-03-05'],
		['2019/3/5', '2019-03-05'],
		['2019年3月5日', '2019-03-05'],
		['20190305', '2019-03-05'],
		['2019-02-29', 'import.day'],
		['2020-02-29', '2020-02-29'],
		['3/5/2019', 'import.day']
	])('day %s', (text, wanted) => expect(value(cell.day(text))).toBe(wanted));

	test.each([
		['1/3', '1/3'],
		['2/4', '1/2'],
		['50%', '1/2'],
		['33.5%', '67/200'],
		['0.25', '1/4'],
		['100%', '1/1'],
		['1', '1/1'],
		['3/2', null],
		['0/5', null],
		['1/0', null],
		['三分之一', null]
	])('share %s', (text, wanted) => {
		const share = readShare(text);
		expect(share && showShare(share)).toBe(wanted);
	});

	test('thirds make exactly one, which floats and rounded per cents do not', () => {
		const sum = (...shares: string[]) => showShare(sumOfShares(shares.map((text) => readShare(text)!)));
		expect(sum('1/3', '1/3', '1/3')).toBe('1/1');
		expect(sum('33.33%', '33.33%', '33.33%')).toBe('9999/10000');
		expect(sum('0.1', '0.2', '0.7')).toBe('1/1');
	});

	test('a share that a spreadsheet made a date of says so', () => {
		expect(value(cell.ownerShare('2026-01-02'))).toBe('import.share-date');
	});

	test.each([
		['周 建国', '周 建国'],
		['阿依古丽·买买提', '阿依古丽·买买提'],
		['景和置业（集团）有限公司', '景和置业（集团）有限公司'],
		['=HYPERLINK("x")', 'import.name'],
		['+cmd', 'import.name'],
		['@SUM(A1)', 'import.name'],
		['<b>周</b>', 'import.name']
	])('name %s', (text, wanted) => expect(value(cell.personName(text))).toBe(wanted));

	test('places are read as people write them', () => {
		expect(value(cell.buildingName('3'))).toBe('3号楼');
		expect(value(cell.buildingName('３ 号楼'))).toBe('3号楼');
		expect(value(cell.entranceNumber('2单元'))).toBe(2);
		expect(value(cell.floorNumber('-1'))).toBe(-1);
		expect(value(cell.roomNumber('501室'))).toBe('501');
		expect(value(cell.yesNo('maybe'))).toBe('import.yes-no');
		expect(columnOf(' 建筑面积（㎡）* ')).toBe('squareMetres');
	});

	test('a citizen’s number is right by its check character, and tells age', () => {
		const [old, child] = [withCheck(OLD.slice(0, 17)), withCheck(CHILD.slice(0, 17))];
		expect(idNumber(old.slice(0, 17) + (old.endsWith('0') ? '1' : '0'))).toBeNull();
		expect(idNumber('990101195802300019')).toBeNull();
		expect([isAdult(old, TODAY), isAdult(child, TODAY)]).toEqual([true, false]);
		const born = withCheck('99010120081124001');
		expect([isAdult(born, '2026-11-23'), isAdult(born, '2026-11-24')]).toEqual([false, true]);
	});
});

describe('the table', () => {
	test('takes columns in any order, leaves unknown ones alone, counts rows as the spreadsheet does', () => {
		const table = readTable([[''], ['备注', ...[...HEAD].reverse()], [], ['x', ...[...row(head)].reverse()]], TODAY);
		expect(table).toMatchObject({ ok: true, value: { unknown: ['备注'], rows: 1, issues: [] } });
		expect(table.ok && table.value.lines[0]).toMatchObject({ row: 4, floor: 5, area: 8945n, person: { isHead: true } });
	});

	test.each([
		[[HEAD], 'import.empty'],
		[[], 'import.columns-missing'],
		[[HEAD.filter((name) => name !== '房号')], 'import.columns-missing'],
		[[[...HEAD, '房号'], row({})], 'import.column-twice'],
		[[HEAD, ...Array.from({ length: 10_001 }, () => row({}))], 'import.rows']
	])('refuses what is no list (%#)', (table, code) => {
		expect(readTable(table, TODAY)).toMatchObject({ ok: false, refusal: { code } });
	});

	test('names each wrong cell by row and column', () => {
		expect(issues({ ...head, 建筑面积: '', 面积依据: '随便' }, { ...head, 户主: '也许', 手机号: '123' })).toEqual([
			'2 建筑面积 missing',
			'2 面积依据 area-source',
			'3 户主 yes-no',
			'3 手机号 phone'
		]);
	});

	test.each<[string, Cells, string[]]>([
		['an empty unit', {}, []],
		['a family of one', head, []],
		['an owner who lives elsewhere', { 姓名: '郑远', 业主: '是', 成年: '是' }, []],
		['somebody without a name', { 户号: 'FLY-1' }, ['2 姓名 name-missing']],
		['somebody of nowhere', { 姓名: '周', 成年: '是' }, ['2 户号 nobody-of']],
		['nobody knows how old', { ...head, 成年: '' }, ['2 成年 adult-missing']],
		[
			'age against the number',
			{ ...head, 成年: '否', 身份证号: withCheck(OLD.slice(0, 17)) },
			['2 成年 adult-differs']
		],
		['a share without owning', { ...head, 份额: '1/2' }, ['2 业主 owner-missing']],
		['unsold and owned', { ...head, 未售: '是', 业主: '是' }, ['2 未售 developer-owned']],
		['registered tomorrow', { ...head, 业主: '是', 登记日期: '2026-11-25' }, ['2 登记日期 day-range']]
	])('%s', (_, cells, wanted) => expect(issues(cells)).toEqual(wanted));
});

describe('lines together', () => {
	const wife: Cells = { 户号: 'FLY-1', 姓名: '王芳', 成年: '是' };
	test.each<[string, Cells[], string[]]>([
		[
			'a couple that owns by halves',
			[
				{ ...head, 业主: '是', 份额: '1/2' },
				{ ...wife, 业主: '是', 份额: '50%' }
			],
			[]
		],
		[
			'shares short of one',
			[
				{ ...head, 业主: '是', 份额: '1/2' },
				{ ...wife, 业主: '是', 份额: '1/3' }
			],
			['2 份额 share-sum']
		],
		[
			'one share left out',
			[
				{ ...head, 业主: '是', 份额: '1/2' },
				{ ...wife, 业主: '是' }
			],
			['3 份额 share-missing']
		],
		['one unit, two areas', [head, { ...wife, 建筑面积: '90' }], ['3 建筑面积 unit-differs']],
		['one household, two units', [head, { ...wife, 房号: '502' }], ['3 户号 household-moves']],
		['no head', [{ ...head, 户主: '' }, wife], ['2 户主 head-missing']],
		['two heads', [head, { ...wife, 户主: '是' }], ['3 户主 head-twice']],
		['the same member twice', [head, { ...head, 户主: '' }], ['3 姓名 member-twice']],
		[
			'one phone, two people',
			[
				{ ...head, 手机号: '13900000001' },
				{ ...wife, 手机号: '13900000001' }
			],
			['3 手机号 phone-twice']
		]
	])('%s', (_, rows, wanted) => expect(issues(...rows)).toEqual(wanted));

	test('an owner of two flats is one person by phone or number, and two people by name alone', () => {
		const owner: Cells = { 姓名: '郑远', 业主: '是', 成年: '是' };
		const count = (...rows: Cells[]) => peopleOf(read(...rows).lines).length;
		expect(count({ ...owner, 手机号: '13900000001' }, { ...owner, 房号: '502', 手机号: '139 0000 0001' })).toBe(1);
		expect(count(owner, { ...owner, 房号: '502' })).toBe(2);
		expect(count({ ...head, 业主: '' }, { 姓名: '周建国', 业主: '是', 成年: '是' })).toBe(1);
	});
});
