import { COMMUNITIES } from '../../data/communities.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { ANSWERS, ROUTINES } from '../../data/cases/routine.ts';
import type { Random } from '../../random.ts';
import { need, type World } from '../../world.ts';
import type { CaseStory, Step } from './story.ts';

/** What every week brings: two or three small matters in 枫林苑, a few in the year of every other community. */
export function routineStories(world: World): CaseStory[] {
	return COMMUNITIES.flatMap(({ code }) => {
		const random = world.random.fork(`cases/${code}`);
		const wanted = code === FENGLINYUAN.code ? 96 : 7;
		return Array.from({ length: wanted }, (_, i) => {
			const day = -360 + Math.floor((i * 350) / wanted) + random.int(0, 2);
			return story(world, random, code, day, `routine/${code}/${i}`);
		});
	});
}

function story(world: World, random: Random, code: string, day: number, key: string): CaseStory {
	const ground = need(world.grounds, code);
	const village = ground.plan.kind === 'village';
	const usual = ROUTINES.filter(({ unit }) => !village || unit !== 'property');
	const building = random.pick(ground.buildings);
	const company = `property-company-${ground.propertyAreas.findIndex(({ id }) => id === building.propertyAreaId)}`;
	const routine = random.pick(usual.filter(({ unit }) => isThere(world, code, unit === 'property' ? company : unit)));
	const { title, description, result } = random.pick(routine.wordings);
	const minute = (from: number) => String(random.int(from, from + 9)).padStart(2, '0');
	const unit = routine.unit === 'property' ? company : routine.unit;
	const days = routine.days + random.int(0, 2);
	const place = building.name;
	const steps: Step[] = [
		[`+0 10:${minute(10)}` as '+0 10:10', 'desk', { act: 'accept' }],
		[`+0 10:${minute(25)}` as '+0 10:25', 'desk', { act: 'dispatch', unit }],
		[`+0 11:${minute(20)}` as '+0 11:20', 'unit', { act: 'sign' }],
		[`+${days} 16:${minute(10)}` as '+1 16:10', 'unit', { act: 'finish', result }],
		[`+${days + 1} 10:${minute(0)}` as '+2 10:00', 'verifier', { act: 'pass' }],
		[
			`+${days + 1} 15:${minute(30)}` as '+2 15:30',
			'caller',
			{ act: 'call', contacted: true, solved: true, ...random.weighted(ANSWERS) }
		]
	];
	return {
		key,
		community: code,
		title: title.replace('{}', place),
		description: description.replace('{}', place),
		place,
		building: place,
		category: routine.category,
		at: [day, `09:${minute(10)}`],
		steps
	};
}

/** Does the community, or the street above it, have somebody in that unit who handles cases? */
function isThere(world: World, code: string, slot: string): boolean {
	const party = world.parties.get(
		slot.startsWith('street/') ? `${code.slice(0, 9)}/${slot.slice(7)}` : `${code}/${slot}`
	);
	return !!party && [...world.staff.values()].some((one) => one.party === party && one.roles.includes('handler'));
}
