import { KNOWN_PEOPLE, SURNAMES, TASTES } from './data/names.ts';
import type { Random } from './random.ts';

export type Sex = 'female' | 'male';

/** Ages are turned into years of birth by this year, whatever the year of seeding: the same names every time. */
const THIS_YEAR = 2026;

export const drawSurname = (random: Random): string => random.weighted(SURNAMES);

/** A given name in the taste of the years when somebody of that age was born. */
export function drawName(random: Random, sex: Sex, age: number, surname = drawSurname(random)): string {
	const taste = TASTES.find(({ until }) => THIS_YEAR - age <= until)![sex];
	for (;;) {
		const given = random.chance(0.4) ? random.pick(taste.names) : random.pick(taste.first) + random.pick(taste.second);
		const doubled =
			given.length === 2 && given[0] === given[1] && given !== '晶晶' && given !== '婷婷' && given !== '媛媛';
		if (!doubled && !KNOWN_PEOPLE.has(surname + given)) return surname + given;
	}
}
