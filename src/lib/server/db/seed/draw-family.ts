import { drawName, drawSurname, type Sex } from './draw-name.ts';
import type { Random } from './random.ts';

/** Somebody of a household before they get an id. */
export interface Member {
	name: string;
	sex: Sex;
	age: number;
}

export interface Family {
	members: Member[];
	rents: boolean;
}

type Shape =
	'elder-couple' | 'elder' | 'couple' | 'parents' | 'three-generations' | 'single' | 'flatmates' | 'renting-parents';

/** Who lives in what: the old estate is older and poorer in children, the towers have the families. */
const SHAPES: Record<'old' | 'new' | 'village', readonly (readonly [Shape, number])[]> = {
	old: [
		['elder-couple', 24],
		['elder', 14],
		['couple', 12],
		['parents', 17],
		['three-generations', 7],
		['single', 8],
		['flatmates', 10],
		['renting-parents', 8]
	],
	new: [
		['elder-couple', 11],
		['elder', 5],
		['couple', 19],
		['parents', 31],
		['three-generations', 6],
		['single', 15],
		['flatmates', 6],
		['renting-parents', 7]
	],
	village: [
		['elder-couple', 24],
		['elder', 10],
		['couple', 12],
		['parents', 20],
		['three-generations', 22],
		['single', 4],
		['renting-parents', 8]
	]
};

const someone = (random: Random, sex: Sex, age: number, surname?: string): Member => ({
	sex,
	age,
	name: drawName(random, sex, age, surname)
});

function couple(random: Random, age: number, surname: string): Member[] {
	return [someone(random, 'male', age + random.int(0, 3), surname), someone(random, 'female', age)];
}

function children(random: Random, mother: number, surname: string): Member[] {
	const first = Math.max(0, Math.min(17, mother - random.int(25, 32)));
	const second = random.chance(0.22) && first >= 3 ? [first - random.int(2, 3)] : [];
	return [first, ...second].map((age) => someone(random, random.chance(0.52) ? 'male' : 'female', age, surname));
}

/** A household of one of the shapes that live in such a building. The first member is its head. */
export function drawFamily(random: Random, ground: 'old' | 'new' | 'village', renting?: boolean): Family {
	const shapes = SHAPES[ground].filter(([shape]) => renting === undefined || rented(shape) === renting);
	const shape = random.weighted(shapes);
	return { members: membersOf(random, shape), rents: rented(shape) };
}

const rented = (shape: Shape) => shape === 'flatmates' || shape === 'renting-parents';

function membersOf(random: Random, shape: Shape): Member[] {
	const surname = drawSurname(random);
	switch (shape) {
		case 'elder-couple':
			return couple(random, random.int(62, 82), surname);
		case 'elder':
			return [someone(random, random.chance(0.7) ? 'female' : 'male', random.int(66, 91))];
		case 'couple':
			return couple(random, random.int(26, 59), surname);
		case 'single':
			return [someone(random, random.chance(0.5) ? 'female' : 'male', random.int(24, 58))];
		case 'parents':
		case 'renting-parents': {
			const mother = random.int(29, 48);
			return [...couple(random, mother, surname), ...children(random, mother, surname)];
		}
		case 'three-generations': {
			const mother = random.int(29, 42);
			const [father, ...rest] = couple(random, mother, surname);
			const grandmother = someone(random, 'female', mother + random.int(24, 29));
			const grandfather = random.chance(0.6)
				? [someone(random, 'male', grandmother.age + random.int(0, 4), surname)]
				: [];
			return [father!, ...rest, ...grandfather, grandmother, ...children(random, mother, surname)];
		}
		case 'flatmates':
			return Array.from({ length: random.int(2, 3) }, () =>
				someone(random, random.chance(0.5) ? 'female' : 'male', random.int(22, 34))
			);
	}
}
