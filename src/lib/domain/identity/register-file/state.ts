import type { Area } from '../../shared/area.ts';
import type { AreaSource } from './cells.ts';

export interface UnitFacts {
	entrance: number;
	floor: number;
	room: string;
	label: string;
	areaCenti: Area;
	areaSource: AreaSource;
	developer: boolean;
}

export interface KnownPerson {
	personId: string;
	name: string;
	adult: boolean;
	/** Signs in, or has agreed to something: an import never takes such a person off the list. */
	hasAccount: boolean;
	hasPhone: boolean;
	hasIdNumber: boolean;
}

export type KnownMember = KnownPerson & { residencyId: string; householdId: string; confirmed: boolean };
export type KnownOwner = KnownPerson & {
	ownershipId: string;
	unitId: string;
	approved: boolean;
	share: string | null;
	evidence: string | null;
	registeredOn: string | null;
};

/** A community's register as it stands, and who has the phones and citizens' numbers that the list names. */
export interface RegisterState {
	propertyAreas: readonly { id: string; name: string }[];
	buildings: readonly { id: string; name: string; propertyAreaId: string }[];
	units: readonly (UnitFacts & { id: string; buildingId: string })[];
	households: readonly { id: string; code: string | null; unitId: string; headName: string }[];
	/** By household. */
	members: ReadonlyMap<string, readonly KnownMember[]>;
	/** By unit. */
	owners: ReadonlyMap<string, readonly KnownOwner[]>;
	byPhone: ReadonlyMap<string, KnownPerson>;
	byIdNumber: ReadonlyMap<string, KnownPerson>;
}
