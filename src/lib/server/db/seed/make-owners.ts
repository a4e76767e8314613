import { ownership } from '../schema/index.ts';
import { CAST } from './data/cast.ts';
import { FENGLINYUAN } from './data/fenglinyuan.ts';
import { drawName, type Sex } from './draw-name.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { castPerson } from './make-households.ts';
import type { Random } from './random.ts';
import { writePeople } from './write-people.ts';
import { need, RECORDS_DAY, type Ground, type Known, type Resident, type Row, type World } from './world.ts';

/** Who owns what: families their home, alone or together; others several units; some live elsewhere. The developer has no owner. */
export async function makeOwners(world: World): Promise<void> {
	const since = world.calendar.at(RECORDS_DAY, '00:04');
	const absent: Known[] = [];
	const know = (resident: Resident, login?: string) => {
		absent.push({ id: resident.id, name: resident.name, adult: true, since, login });
		return resident;
	};
	for (const player of CAST) {
		const resident = player.home
			? need(world.neighbours, player.login)
			: know(castPerson(world, player, since), player.login);
		const ground = need(world.grounds, FENGLINYUAN.code);
		for (const label of player.owns ?? []) {
			const unit = ground.units.find((candidate) => candidate.label === label)!;
			world.owners.set(unit.id, [...(world.owners.get(unit.id) ?? []), resident]);
		}
	}
	for (const [code, ground] of world.grounds) {
		const random = world.random.fork(`owners/${code}`);
		const homes = new Map(need(world.households, code).map((home) => [home.unit.id, home]));
		const families: Resident[][] = [];
		const empty: Row<'unit'>[] = [];
		for (const unit of ground.units) {
			if (unit.developer || world.owners.has(unit.id)) continue;
			const home = homes.get(unit.id);
			if (!home || home.rents) empty.push(unit);
			else {
				const owners = ownersOf(home.members, random);
				world.owners.set(unit.id, owners);
				families.push(owners);
			}
		}
		const landlords = new Landlords(
			random,
			families,
			(resident) => know(resident),
			(n) => idAt(since, `owner/${code}/${n}`)
		);
		for (const unit of random.shuffle(empty)) world.owners.set(unit.id, landlords.next());
	}
	await writePeople(world, absent);
	const grounds = [...world.grounds.values()];
	const rows = grounds.flatMap((ground) => ground.units.flatMap((unit) => ownershipRows(world, ground, unit, since)));
	await insertRows(world.db, ownership, rows);
}

/** The head alone, or the couple together. Grown-up children and grandparents live there without owning. */
function ownersOf(members: readonly Resident[], random: Random): Resident[] {
	const [head, second] = members;
	const couple = !!second && second.age >= 18 && Math.abs(head!.age - second.age) <= 4;
	return couple && random.chance(0.46) ? [head!, second] : [head!];
}

/** Hands empty and let units to somebody: a neighbour with a second flat, or people who live elsewhere, some with several units. */
class Landlords {
	readonly #random: Random;
	readonly #families: readonly Resident[][];
	readonly #know: (resident: Resident) => Resident;
	readonly #idOf: (n: number) => string;
	#made = 0;
	#current: Resident[] = [];
	#left = 0;

	constructor(
		random: Random,
		families: readonly Resident[][],
		know: (resident: Resident) => Resident,
		idOf: (n: number) => string
	) {
		this.#random = random;
		this.#families = families;
		this.#know = know;
		this.#idOf = idOf;
	}

	next(): Resident[] {
		if (this.#left > 0) {
			this.#left--;
			return this.#current;
		}
		if (this.#families.length && this.#random.chance(0.16)) return this.#random.pick(this.#families);
		this.#current = this.#strangers();
		this.#left = this.#random.weighted([
			[0, 82],
			[1, 12],
			[2, 5],
			[4, 1]
		] as const);
		return this.#current;
	}

	#strangers(): Resident[] {
		const random = this.#random;
		const surnames = drawName(random, 'male', 60).slice(0, 1);
		// Heirs share a surname and a flat.
		const heirs = random.chance(0.06) ? random.int(2, 3) : 1;
		const list = Array.from({ length: heirs }, () => {
			const sex: Sex = random.chance(0.5) ? 'female' : 'male';
			const age = random.int(38, 66);
			return this.#know({
				id: this.#idOf(this.#made++),
				sex,
				age,
				name: drawName(random, sex, age, heirs > 1 ? surnames : undefined)
			});
		});
		return list;
	}
}

function ownershipRows(world: World, { plan }: Ground, unit: Row<'unit'>, since: Date): Row<'ownership'>[] {
	return (world.owners.get(unit.id) ?? []).map((owner) => ({
		id: idAt(since, `ownership/${unit.id}/${owner.id}`),
		communityId: unit.communityId,
		unitId: unit.id,
		personId: owner.id,
		state: 'approved',
		evidence: evidenceOf(world.random.fork(`evidence/${plan.code}/${unit.label}`), unit),
		decidedAt: since,
		createdAt: since
	}));
}

/** The number of the certificate, as the clerk reads it off: 燕(2019)景和区不动产权第0036512号. */
function evidenceOf(random: Random, unit: Row<'unit'>): string {
	if (unit.areaSource !== 'register') return `商品房买卖合同 景预字第${random.int(1000, 9999)}号`;
	return `燕(${random.int(2016, 2025)})景和区不动产权第${String(random.int(1, 99_999)).padStart(7, '0')}号`;
}
