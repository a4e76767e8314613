import { AREA_PATTERN, parseArea, type Area } from '../../shared/area.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { mobileNumber } from '../phone.ts';
import { idNumber, isDay } from './id-number.ts';
import { readShare, type Share } from './share.ts';

/** Reads one filled cell. A refusal's code and params say what is wrong with it. */
type Reader<T> = (text: string) => Result<T>;

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

const matching =
	(pattern: RegExp, code: string): Reader<string> =>
	(text) =>
		pattern.test(text) ? ok(text) : refuse(code);

const YES = ['是', '有', '√', '✓', '1', 'y', 'yes', 'true', 'TRUE'];
const NO = ['否', '无', '不是', '×', '0', 'n', 'no', 'false', 'FALSE'];

export const yesNo: Reader<boolean> = (text) => {
	const word = plain(text);
	if (YES.includes(word.toLowerCase()) || YES.includes(word)) return ok(true);
	if (NO.includes(word.toLowerCase()) || NO.includes(word)) return ok(false);
	return refuse('import.yes-no', { params: { text: shown(text) } });
};

/** Letters, digits, the middle dot of minority names, brackets and dashes of firms; nothing a spreadsheet would run. */
export const personName: Reader<string> = (text) =>
	matching(/^[\p{L}\p{M}\p{N}·•・.()（）\- ]{1,50}$/u, 'import.name')(text.trim().replace(/\s+/g, ' '));

export const placeName: Reader<string> = (text) =>
	matching(/^[\p{L}\p{N}()（）#·-]{1,50}$/u, 'import.place')(plain(text));

/** A bare number is a building's: 3 → 3号楼. */
export const buildingName: Reader<string> = (text) => {
	const name = plain(text);
	return /^\d{1,3}$/.test(name) ? ok(`${Number(name)}号楼`) : placeName(name);
};

export const roomNumber: Reader<string> = (text) =>
	matching(/^[\p{L}\p{N}-]{1,10}$/u, 'import.room')(plain(text).replace(/室$/, ''));

const whole =
	(unit: RegExp, least: number, most: number, code: string): Reader<number> =>
	(text) => {
		const digits = plain(text).replace(unit, '');
		const number = Number(digits);
		return /^-?\d{1,3}$/.test(digits) && number >= least && number <= most ? ok(number) : refuse(code);
	};
export const entranceNumber = whole(/单元$/, 1, 99, 'import.entrance');
export const floorNumber = whole(/[层楼]$/, -9, 199, 'import.floor');

export const squareMetres: Reader<Area> = (text) => {
	const digits = plain(text).replace(/(㎡|m2|平方米|平米)$/i, '');
	if (!AREA_PATTERN.test(digits)) {
		return refuse(/^\d+\.\d{3,}$/.test(digits) ? 'import.area-decimals' : 'import.area', {
			params: { text: shown(text) }
		});
	}
	const area = parseArea(digits);
	return area > 0n ? ok(area) : refuse('import.area', { params: { text: shown(text) } });
};

const SOURCES = {
	register: ['登记', '不动产登记', '登记簿', '不动产登记簿', '产权证', '房产证', '不动产权证'],
	survey: ['测绘', '实测', '测绘成果', '实测面积'],
	contract: ['合同', '购房合同', '预售合同', '买卖合同']
} as const;
export type AreaSource = keyof typeof SOURCES;

export const areaSource: Reader<AreaSource> = (text) => {
	const word = plain(text);
	const found = (Object.keys(SOURCES) as AreaSource[]).find((key) =>
		(SOURCES[key] as readonly string[]).includes(word)
	);
	return found ? ok(found) : refuse('import.area-source', { params: { text: shown(text) } });
};

export const householdCode: Reader<string> = (text) =>
	matching(/^[\p{L}\p{N}_/-]{1,20}$/u, 'import.household')(plain(text).toUpperCase());

export const phone: Reader<string> = (text) => {
	const number = mobileNumber(text);
	return number ? ok(number) : refuse('import.phone');
};

export const citizenNumber: Reader<string> = (text) => {
	const number = idNumber(text);
	return number ? ok(number) : refuse('import.id-number');
};

export const ownerShare: Reader<Share> = (text) => {
	const share = readShare(text);
	if (share) return ok(share);
	// typed as 1/2, a spreadsheet makes it the second of January
	return refuse(/^\d{4}-\d\d-\d\d$/.test(text) ? 'import.share-date' : 'import.share', {
		params: { text: shown(text) }
	});
};

export const evidenceNumber: Reader<string> = (text) =>
	matching(/^[^=+@<>\p{C}-][^<>\p{C}]{0,99}$/u, 'import.evidence')(text.trim());

/** 2019-03-05, 2019/3/5, 2019.3.5, 2019年3月5日, 20190305, as `2019-03-05`. */
export const day: Reader<string> = (text) => {
	const found =
		/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain(text)) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain(text));
	const written = found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : '';
	return isDay(written) ? ok(written) : refuse('import.day', { params: { text: shown(text) } });
};

/** What a message repeats of a cell: short. */
const shown = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
