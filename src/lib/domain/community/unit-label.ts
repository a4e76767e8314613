/** A unit as people write it: 3号楼2单元501; without entrances 3号楼501. */
export const unitLabel = (building: string, entrance: number | null, room: string): string =>
	entrance === null ? building + room : `${building}${entrance}单元${room}`;

/** The floor that a room number says (501 → 5, 1203 → 12, -102 → -1), else 1. */
export function floorOfRoom(room: string): number {
	const found = /^(-?)(\d{1,2})\d{2}$/.exec(room);
	return found ? Number(found[2]) * (found[1] ? -1 : 1) || 1 : 1;
}

/** Where a building stands in lists: by the number in its name; names without one come last. */
export const buildingOrdinal = (name: string): number => Number(/\d{1,4}/.exec(name.normalize('NFKC'))?.[0] ?? 9999);
