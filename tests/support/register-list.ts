import { COLUMNS } from '#lib/domain/identity/register-file/columns.ts';
import { zip } from './files.ts';

type Head = (typeof COLUMNS)[number]['head'];
export type ListRow = Partial<Record<Head, string>>;

const HEADS = COLUMNS.map(({ head }) => head);

/** Rows of a list under all its headings. */
export const listTable = (rows: readonly ListRow[]): string[][] => [
	[...HEADS],
	...rows.map((row) => HEADS.map((head) => row[head] ?? ''))
];

export const listCsv = (rows: readonly ListRow[]): string =>
	listTable(rows)
		.map((cells) => cells.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','))
		.join('\r\n');

/** A list as a made-up estate has it: `count` families of two, one owner each, six units a floor. */
export function familyRows(count: number, propertyArea: string): ListRow[] {
	return Array.from({ length: count }, (_, i) => {
		const floor = Math.floor(i / 6) + 1;
		const home: ListRow = {
			...{
				小区: propertyArea,
				楼栋: '2号楼',
				单元: String((i % 2) + 1),
				房号: `${floor}0${(Math.floor(i / 2) % 3) + 1}`
			},
			...{
				建筑面积: `8${i % 10}.${String(i).padStart(2, '0')}`,
				面积依据: '登记',
				户号: `H-${String(i + 1).padStart(3, '0')}`
			}
		};
		return [
			{
				...home,
				姓名: `户主${letters(i)}`,
				户主: '是',
				成年: '是',
				业主: '是',
				产权证号: `第${i + 1}号`,
				登记日期: '2019/3/5'
			},
			{ ...home, 姓名: `家人${letters(i)}`, 成年: i % 3 ? '是' : '否' }
		];
	}).flat();
}

const letters = (i: number) => '甲乙丙丁戊己庚辛壬癸'[i % 10]! + '子丑寅卯'[Math.floor(i / 10)]!;

/** Text in GB18030, as Excel in China saves CSV: made from what the decoder reads, pair by pair. */
export function inGb18030(text: string): Buffer {
	const decoder = new TextDecoder('gb18030');
	const pairs = new Map<string, [number, number]>();
	for (let high = 0x81; high < 0xff; high++) {
		for (let low = 0x40; low < 0xff; low++) {
			const read = low === 0x7f ? '' : decoder.decode(Uint8Array.of(high, low));
			if (read.length === 1 && !pairs.has(read)) pairs.set(read, [high, low]);
		}
	}
	return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : pairs.get(letter)!)));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const columnName = (i: number): string =>
	(i < 26 ? '' : columnName(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

/** The smallest XLSX that holds these cells; areas are written as Excel stores numbers. */
export function inXlsx(table: readonly (readonly string[])[]): Buffer {
	const cell = (text: string, row: number, column: number) => {
		const at = `${columnName(column)}${row + 1}`;
		if (/^\d+\.\d+$/.test(text)) return `<c r="${at}"><v>${Number(text).toPrecision(17)}</v></c>`;
		return `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
	};
	const rows = table.map(
		(cells, row) => `<row r="${row + 1}">${cells.map((text, i) => cell(text, row, i)).join('')}</row>`
	);
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const packaged = 'http://schemas.openxmlformats.org/package/2006';
	return zip({
		'[Content_Types].xml': `<Types xmlns="${packaged}/content-types"/>`,
		'_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
	});
}
