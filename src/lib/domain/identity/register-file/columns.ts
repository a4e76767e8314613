/** Columns of a list of households, units and owners: one line a person, or a unit that has nobody. */
export const COLUMNS = [
	{ key: 'propertyArea', head: '小区', required: true },
	{ key: 'building', head: '楼栋', required: true },
	{ key: 'entrance', head: '单元', required: false },
	{ key: 'floor', head: '楼层', required: false },
	{ key: 'room', head: '房号', required: true },
	{ key: 'squareMetres', head: '建筑面积', required: true },
	{ key: 'areaSource', head: '面积依据', required: true },
	{ key: 'developer', head: '未售', required: false },
	{ key: 'household', head: '户号', required: false },
	{ key: 'name', head: '姓名', required: false },
	{ key: 'head', head: '户主', required: false },
	{ key: 'adult', head: '成年', required: false },
	{ key: 'phone', head: '手机号', required: false },
	{ key: 'idNumber', head: '身份证号', required: false },
	{ key: 'owner', head: '业主', required: false },
	{ key: 'share', head: '份额', required: false },
	{ key: 'evidence', head: '产权证号', required: false },
	{ key: 'registeredOn', head: '登记日期', required: false }
] as const;

export type ColumnKey = (typeof COLUMNS)[number]['key'];

export const headOf = (key: ColumnKey): string => COLUMNS.find((column) => column.key === key)!.head;

/** The column that a heading stands for, however it is spaced and whatever it adds in brackets: “建筑面积（㎡）”. */
export function columnOf(heading: string): ColumnKey | undefined {
	const plain = heading
		.normalize('NFKC')
		.replace(/\(.*?\)/g, '')
		.replace(/[\s*:]/g, '');
	return COLUMNS.find((column) => column.head === plain)?.key;
}

/** What is wrong with one cell, as its reader finds it: the row by the spreadsheet's own number. */
export interface CellIssue {
	row: number;
	/** Null where the whole row or the heading is meant. */
	column: ColumnKey | null;
	/** Refusal code. */
	code: string;
	params?: Record<string, string | number>;
}
