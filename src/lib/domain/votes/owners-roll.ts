import type { Area } from '#lib/domain/shared/area.ts';

/** Units that are unsold or not handed over have this one owner: the developer (建设单位). */
export const DEVELOPER = 'developer';

export interface OwnedUnit {
	id: string;
	area: Area;
	owners: readonly string[];
}

/** One entry of an owners' roll: an owner set with all its units. */
export interface OwnersEntry {
	/** The owners, sorted and joined by `+`. */
	key: string;
	owners: string[];
	units: string[];
	area: Area;
}

/**
 * Builds the roll of an owners' decision: units with the same owner set are ONE entry with the summed area, so that
 * the owner of two units is one person (最高人民法院建筑物区分所有权解释第9条); all of the developer's are one.
 */
export function ownersRoll(units: readonly OwnedUnit[]): OwnersEntry[] {
	const entries = new Map<string, OwnersEntry>();
	for (const unit of units) {
		const owners = unit.owners.length > 0 ? [...new Set(unit.owners)].sort() : [DEVELOPER];
		const key = owners.join('+');
		const entry = entries.get(key);
		if (entry) {
			entry.units.push(unit.id);
			entry.area += unit.area;
		} else {
			entries.set(key, { key, owners, units: [unit.id], area: unit.area });
		}
	}
	return [...entries.values()];
}
