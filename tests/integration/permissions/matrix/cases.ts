import { everyone, only, signedIn, here, office, desk, type Line } from './line.ts';

const matter = { what: 'rubbish', description: '东门垃圾', building: '{building}', place: '东门' };

/** Cases, and the desks they wait at. */
export const CASES: readonly Line[] = [
	['/c/[code]/cases', 'GET', everyone],
	['/c/[code]/cases/[number]', 'GET', only('resident', ...desk)],
	[
		...(['/c/[code]/cases/[number]', 'advance', only('dispatcher')] as const),
		{ form: { act: 'accept', class: 'C', category: 'event-environment' } }
	],
	['/c/[code]/report', 'GET', signedIn],
	['/c/[code]/report', 'default', here, { form: matter }],
	['/desk', 'GET', office],
	['/desk/cases', 'GET', office],
	['/desk/cases/[area]', 'GET', desk]
];
