import { plainName } from '../household.ts';
import { unitKey } from './check-lines.ts';
import type { LinePerson, RegisterLine } from './line.ts';

/** Somebody of the list with all lines that are about them. */
export interface ListedPerson {
	name: string;
	adult: boolean;
	phone: string | null;
	idNumber: string | null;
	lines: (RegisterLine & { person: LinePerson })[];
}

/**
 * Who is who: lines with one citizen's number, one phone, or one name in the same household or unit are about one person.
 * Two lines with one name in different homes and no number are two people.
 */
export function peopleOf(lines: readonly RegisterLine[]): ListedPerson[] {
	const groups = new Map<string, ListedPerson>();
	const people = new Set<ListedPerson>();
	for (const line of lines) {
		const { person } = line;
		if (!person) continue;
		const keys = keysOf(line, person);
		const met = keys.map((key) => groups.get(key)).filter((group) => group !== undefined);
		const known = [...new Set(met)].filter((group) => !differ(group.idNumber, person.idNumber));
		const group = known[0] ?? { name: person.name, adult: person.adult, phone: null, idNumber: null, lines: [] };
		for (const other of known.slice(1)) {
			merge(group, other);
			people.delete(other);
			for (const [key, value] of groups) if (value === other) groups.set(key, group);
		}
		group.phone ??= person.phone;
		group.idNumber ??= person.idNumber;
		group.lines.push({ ...line, person });
		people.add(group);
		for (const key of keys) groups.set(key, group);
	}
	return [...people];
}

/** Two namesakes behind one door with two numbers are two people. */
const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

function keysOf(line: RegisterLine, { idNumber, phone, household, name }: LinePerson): string[] {
	return [
		...(idNumber ? [`id:${idNumber}`] : []),
		...(phone ? [`phone:${phone}`] : []),
		...(household ? [`home:${household}:${plainName(name)}`] : []),
		`unit:${unitKey(line)}:${plainName(name)}`
	];
}

function merge(into: ListedPerson, from: ListedPerson): void {
	into.phone ??= from.phone;
	into.idNumber ??= from.idNumber;
	into.lines.push(...from.lines);
}
