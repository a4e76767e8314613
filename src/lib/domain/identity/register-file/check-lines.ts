import { unitLabel } from '../../community/unit-label.ts';
import { sameName } from '../household.ts';
import type { CellIssue, ColumnKey } from './columns.ts';
import type { LinePerson, RegisterLine } from './line.ts';
import { showShare, sumOfShares } from './share.ts';

type Report = (row: number, column: ColumnKey | null, code: string, params?: CellIssue['params']) => void;

/** The unit a line is about, as text: lines of the same text are of one unit. */
export const unitKey = ({ propertyArea, building, entrance, room }: RegisterLine): string =>
	`${propertyArea}/${unitLabel(building, entrance, room)}`;

/** What only several lines together can say: they must agree about a unit, a household and a person. */
export function checkLines(lines: readonly RegisterLine[]): CellIssue[] {
	const issues: CellIssue[] = [];
	const report: Report = (row, column, code, params) => issues.push({ row, column, code, params });
	for (const of of Map.groupBy(lines, unitKey).values()) {
		unitAgrees(of, report);
		ownersAgree(of, report);
	}
	const lived = lines.filter((line) => line.person?.household);
	for (const of of Map.groupBy(lived, (line) => line.person!.household!).values()) householdAgrees(of, report);
	peopleAgree(lines, report);
	return issues;
}

function unitAgrees([first, ...others]: RegisterLine[], report: Report): void {
	const same = { squareMetres: 'area', areaSource: 'areaSource', developer: 'developer', floor: 'floor' } as const;
	for (const line of others) {
		for (const [column, fact] of Object.entries(same) as [keyof typeof same, (typeof same)[keyof typeof same]][]) {
			if (line[fact] !== first![fact]) report(line.row, column, 'import.unit-differs', { row: first!.row });
		}
	}
}

function ownersAgree(lines: RegisterLine[], report: Report): void {
	const owners = lines.filter((line) => line.person?.owner);
	twice(owners, report, 'import.owner-twice');
	const shares = owners.map((line) => line.person!.owner!.share).filter((share) => share !== null);
	const first = owners[0];
	if (!first || !shares.length) return;
	const without = owners.find((line) => !line.person!.owner!.share);
	if (without) return report(without.row, 'share', 'import.share-missing');
	const sum = sumOfShares(shares);
	if (sum.numerator !== sum.denominator) report(first.row, 'share', 'import.share-sum', { sum: showShare(sum) });
}

function householdAgrees(lines: RegisterLine[], report: Report): void {
	const [first] = lines;
	for (const line of lines) {
		if (unitKey(line) !== unitKey(first!)) report(line.row, 'household', 'import.household-moves', { row: first!.row });
	}
	twice(lines, report, 'import.member-twice');
	const heads = lines.filter((line) => line.person!.isHead);
	if (!heads.length && lines.length > 1) report(first!.row, 'head', 'import.head-missing');
	for (const line of heads.slice(1)) report(line.row, 'head', 'import.head-twice', { row: heads[0]!.row });
}

function twice(lines: readonly RegisterLine[], report: Report, code: string): void {
	lines.forEach((line, i) => {
		const before = lines.slice(0, i).find((other) => sameName(other.person!.name, line.person!.name));
		if (before) report(line.row, 'name', code, { row: before.row });
	});
}

/** One number of a person, one name: a phone or a citizen's number under two names is a slip of the pen in one of them. */
function peopleAgree(lines: readonly RegisterLine[], report: Report): void {
	for (const column of ['phone', 'idNumber'] as const) {
		const other = column === 'phone' ? 'idNumber' : 'phone';
		const firsts = new Map<string, { row: number; person: LinePerson }>();
		for (const { row, person } of lines) {
			const number = person?.[column];
			if (!number) continue;
			const first = firsts.get(number);
			if (!first) firsts.set(number, { row, person });
			else if (!sameName(first.person.name, person.name))
				report(row, column, `import.${dashed(column)}-twice`, { row: first.row });
			else if (first.person[other] && person[other] && first.person[other] !== person[other])
				report(row, other, 'import.person-differs', { row: first.row });
		}
	}
}

const dashed = (column: 'phone' | 'idNumber') => (column === 'phone' ? 'phone' : 'id');
