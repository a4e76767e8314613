import { checkLines, unitKey } from './check-lines.ts';
import type { CellIssue } from './columns.ts';
import type { LinePerson, RegisterLine } from './line.ts';
import { peopleOf } from './people.ts';
import { emptyPlan, type ImportPlan, type OwnershipFacts } from './plan.ts';
import { planPerson } from './plan-people.ts';
import { planUnits } from './plan-places.ts';
import { showShare } from './share.ts';
import type { RegisterState } from './state.ts';

/** Plans what a list changes in the register. Where there are issues the plan is of no use: nothing of it is written. */
export function makePlan(
	lines: readonly RegisterLine[],
	state: RegisterState,
	newId: () => string
): { plan: ImportPlan; issues: CellIssue[] } {
	const plan = emptyPlan();
	const issues = checkLines(lines);
	const report = (issue: CellIssue) => void issues.push(issue);
	const unitIds = planUnits(lines, state, plan, newId, report);
	const householdIds = planHouseholds(lines, unitIds, state, plan, newId);
	const named = { residents: new Set<string>(), owners: new Set<string>() };
	for (const person of peopleOf(lines)) {
		const homes = person.lines.flatMap((line) => householdIds.get(line.person.household ?? '') ?? []);
		const units = person.lines.flatMap((line) => unitIds.get(unitKey(line)) ?? []);
		const places = { householdIds: homes, unitIds: units };
		const personId = planPerson(person, places, state, plan, newId, report);
		for (const householdId of new Set(homes)) {
			named.residents.add(`${householdId}/${personId}`);
			planResidency(householdId, personId, state, plan);
		}
		for (const line of person.lines) {
			const unitId = unitIds.get(unitKey(line));
			if (!unitId || !line.person.owner) continue;
			named.owners.add(`${unitId}/${personId}`);
			planOwnership(unitId, personId, line.person.owner, state, plan);
		}
	}
	planLeaving(named, state, plan);
	return { plan, issues: issues.sort((a, b) => a.row - b.row) };
}

/** Households by their number; one without a number that lives alone in the unit is the one meant. */
function planHouseholds(
	lines: readonly RegisterLine[],
	unitIds: ReadonlyMap<string, string>,
	state: RegisterState,
	plan: ImportPlan,
	newId: () => string
): Map<string, string> {
	const ids = new Map<string, string>();
	const byCode = new Map(state.households.map((home) => [home.code, home]));
	const byUnit = Map.groupBy(state.households, (home) => home.unitId);
	for (const [code, of] of Map.groupBy(lines, (line) => line.person?.household ?? null)) {
		const unitId = unitIds.get(unitKey(of[0]!));
		if (code === null || !unitId) continue;
		const there = byUnit.get(unitId) ?? [];
		const known = byCode.get(code) ?? (there.length === 1 && there[0]!.code === null ? there[0] : undefined);
		const headName = (of.find((line) => line.person!.isHead) ?? of[0]!).person!.name;
		const row = { id: known?.id ?? newId(), code, unitId, headName };
		ids.set(code, row.id);
		if (!known) plan.households.added.push(row);
		else if (known.code !== code || known.unitId !== unitId || known.headName !== headName)
			plan.households.changed.push(row);
	}
	return ids;
}

function planResidency(householdId: string, personId: string, state: RegisterState, plan: ImportPlan): void {
	const living = state.members.get(householdId)?.find((one) => one.personId === personId);
	if (!living) plan.residencies.added.push({ householdId, personId });
	else if (!living.confirmed) plan.residencies.confirmed.push(living.residencyId);
}

function planOwnership(
	unitId: string,
	personId: string,
	owner: NonNullable<LinePerson['owner']>,
	state: RegisterState,
	plan: ImportPlan
): void {
	const facts: OwnershipFacts = {
		...(owner.share && { share: showShare(owner.share) }),
		...(owner.evidence && { evidence: owner.evidence }),
		...(owner.registeredOn && { registeredOn: owner.registeredOn })
	};
	const known = state.owners.get(unitId)?.find((one) => one.personId === personId);
	if (!known) return void plan.ownerships.added.push({ unitId, personId, ...facts });
	const changes = (Object.keys(facts) as (keyof OwnershipFacts)[]).some((key) => facts[key] !== known[key]);
	if (changes || !known.approved) plan.ownerships.changed.push({ id: known.ownershipId, ...facts });
}

/** Whom the list no longer names in a household or unit that it does name. People with an account stay until somebody decides. */
function planLeaving(
	named: { residents: Set<string>; owners: Set<string> },
	state: RegisterState,
	plan: ImportPlan
): void {
	const labels = new Map(state.units.map(({ id, label }) => [id, label]));
	const homes = new Map(state.households.map((home) => [home.id, home]));
	for (const householdId of keysBefore(named.residents)) {
		const unit = labels.get(homes.get(householdId)?.unitId ?? '') ?? '';
		for (const { personId, name, hasAccount, confirmed } of state.members.get(householdId) ?? []) {
			if (!confirmed || hasAccount || named.residents.has(`${householdId}/${personId}`)) continue;
			plan.left.residents.push({ householdId, personId, name, unit });
		}
	}
	for (const unitId of keysBefore(named.owners)) {
		for (const { ownershipId, personId, name, hasAccount, approved } of state.owners.get(unitId) ?? []) {
			if (!approved || hasAccount || named.owners.has(`${unitId}/${personId}`)) continue;
			plan.left.owners.push({ id: ownershipId, name, unit: labels.get(unitId) ?? '' });
		}
	}
}

const keysBefore = (set: Set<string>) => new Set([...set].map((key) => key.split('/')[0]!));
