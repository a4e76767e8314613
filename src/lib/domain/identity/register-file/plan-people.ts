import { sameName } from '../household.ts';
import type { CellIssue } from './columns.ts';
import type { ListedPerson } from './people.ts';
import type { ImportPlan } from './plan.ts';
import type { KnownPerson, RegisterState } from './state.ts';

/** Where the lines of a person lead: household and unit, by the ids the plan gives them. */
export interface PlacesOfPerson {
	householdIds: readonly string[];
	unitIds: readonly string[];
}

/**
 * Finds the person in the register, or plans a new one; answers the id. Known by citizen's number, else phone, else by
 * name in the same household or unit. A number that belongs to somebody of another name is an issue.
 */
export function planPerson(
	person: ListedPerson,
	places: PlacesOfPerson,
	state: RegisterState,
	plan: ImportPlan,
	newId: () => string,
	report: (issue: CellIssue) => void
): string {
	const { name, adult, phone, idNumber, lines } = person;
	const row = lines[0]!.row;
	const rowOf = (column: 'phone' | 'idNumber') => lines.find((line) => line.person[column])?.row ?? row;
	const holders = {
		idNumber: idNumber ? state.byIdNumber.get(idNumber) : undefined,
		phone: phone ? state.byPhone.get(phone) : undefined
	};
	for (const column of ['idNumber', 'phone'] as const) {
		const holder = holders[column];
		if (holder && !sameName(holder.name, name)) {
			report({ row: rowOf(column), column, code: 'import.number-of-other' });
			return holder.personId;
		}
	}
	const known = holders.idNumber ?? holders.phone ?? byPlace(name, places, state);
	const personId = known?.personId ?? newId();
	if (!known) plan.people.added.push({ id: personId, name, adult });
	else if (known.adult !== adult) plan.people.grown.push({ id: personId, adult });
	const phoneFits = !phone || (holders.phone ? holders.phone.personId === personId : !known?.hasPhone);
	if (!phoneFits) report({ row: rowOf('phone'), column: 'phone', code: 'import.phone-differs' });
	const idFits = !idNumber || holders.idNumber || !known?.hasIdNumber;
	if (!idFits) report({ row: rowOf('idNumber'), column: 'idNumber', code: 'import.id-differs' });
	const secret = {
		...(phone && !holders.phone && { phone }),
		...(idNumber && !holders.idNumber && { idNumber })
	};
	if (Object.keys(secret).length) plan.secrets.push({ personId, ...secret });
	return personId;
}

function byPlace(name: string, places: PlacesOfPerson, state: RegisterState): KnownPerson | undefined {
	const home = places.householdIds.flatMap((id) => state.members.get(id) ?? []);
	const owned = places.unitIds.flatMap((id) => state.owners.get(id) ?? []);
	return [...home, ...owned].find((one) => sameName(one.name, name));
}
