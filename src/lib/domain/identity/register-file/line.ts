import type { Area } from '../../shared/area.ts';
import type { Result } from '../../shared/result.ts';
import { floorOfRoom } from '../../community/unit-label.ts';
import * as cell from './cells.ts';
import type { CellIssue, ColumnKey } from './columns.ts';
import { isAdult } from './id-number.ts';
import type { Share } from './share.ts';

/** One line of the list, read: a unit, and somebody who lives there, owns it, or both. */
export interface RegisterLine {
	row: number;
	propertyArea: string;
	building: string;
	entrance: number | null;
	floor: number;
	room: string;
	area: Area;
	areaSource: cell.AreaSource;
	developer: boolean;
	person: LinePerson | null;
}

export interface LinePerson {
	name: string;
	/** 户号 of the household the person lives in; null for an owner who lives elsewhere. */
	household: string | null;
	isHead: boolean;
	adult: boolean;
	phone: string | null;
	idNumber: string | null;
	owner: { share: Share | null; evidence: string | null; registeredOn: string | null } | null;
}

const EARLIEST = '1949-10-01';

/** Reads the cells of one row; `today` is the day in Shanghai. Null where a cell is wrong: `report` has heard of each. */
export function readLine(
	row: number,
	cells: ReadonlyMap<ColumnKey, string>,
	today: string,
	report: (issue: CellIssue) => void
): RegisterLine | null {
	let wrong = false;
	const fail = (column: ColumnKey | null, code: string, params?: CellIssue['params']) => {
		wrong = true;
		report({ row, column, code, params });
	};
	/** The cell's value; null where it is empty or wrong. */
	function read<T>(column: ColumnKey, reader: (text: string) => Result<T>, required = false): T | null {
		const text = cells.get(column)?.trim() ?? '';
		if (!text) {
			if (required) fail(column, 'import.missing');
			return null;
		}
		const result = reader(text);
		if (!result.ok) fail(column, result.refusal.code, result.refusal.params);
		return result.ok ? result.value : null;
	}
	const filled = (column: ColumnKey) => !!cells.get(column)?.trim();

	const propertyArea = read('propertyArea', cell.placeName, true);
	const building = read('building', cell.buildingName, true);
	const entrance = read('entrance', cell.entranceNumber);
	const room = read('room', cell.roomNumber, true);
	const floor = read('floor', cell.floorNumber) ?? floorOfRoom(room ?? '');
	const area = read('squareMetres', cell.squareMetres, true);
	const areaSource = read('areaSource', cell.areaSource, true);
	const developer = read('developer', cell.yesNo) ?? false;

	const name = read('name', cell.personName);
	const household = read('household', cell.householdCode);
	const isHead = read('head', cell.yesNo) ?? false;
	const phone = read('phone', cell.phone);
	const idNumber = read('idNumber', cell.citizenNumber);
	const owns = read('owner', cell.yesNo) ?? false;
	const share = read('share', cell.ownerShare);
	const evidence = read('evidence', cell.evidenceNumber);
	const registeredOn = read('registeredOn', cell.day);
	const saidAdult = read('adult', cell.yesNo);
	const byNumber = idNumber ? isAdult(idNumber, today) : null;

	if (registeredOn && (registeredOn > today || registeredOn < EARLIEST)) fail('registeredOn', 'import.day-range');
	if (!filled('name')) {
		const first = (['household', 'head', 'adult', 'phone', 'idNumber', 'owner'] as const).find(filled);
		if (first) fail('name', 'import.name-missing');
	} else {
		if (!filled('household') && !owns) fail('household', 'import.nobody-of');
		if (!filled('adult') && !filled('idNumber')) fail('adult', 'import.adult-missing');
		if (saidAdult !== null && byNumber !== null && saidAdult !== byNumber) fail('adult', 'import.adult-differs');
		if (isHead && !filled('household')) fail('head', 'import.head-without-household');
	}
	if (!owns) {
		const first = (['share', 'evidence', 'registeredOn'] as const).find(filled);
		if (first) fail('owner', 'import.owner-missing');
	}
	if (developer && owns) fail('developer', 'import.developer-owned');
	if (wrong) return null;
	return {
		row,
		propertyArea: propertyArea!,
		building: building!,
		entrance,
		floor,
		room: room!,
		area: area!,
		areaSource: areaSource!,
		developer,
		person:
			name === null
				? null
				: {
						...{ name, household, isHead, phone, idNumber },
						adult: byNumber ?? saidAdult!,
						owner: owns ? { share, evidence, registeredOn } : null
					}
	};
}
