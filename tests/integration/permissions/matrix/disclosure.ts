import { commentLines } from './comments.ts';
import { everyone, office, only, type Line } from './line.ts';

const publisher = only('publisher');
const text = { title: '停水通知', body: '明天上午停水。' };

/** What is published, the desk where it is written and reviewed, and comments on it. */
export const DISCLOSURE: readonly Line[] = [
	['/c/[code]/disclosures', 'GET', everyone],
	['/c/[code]/disclosures/duties', 'GET', everyone],
	['/c/[code]/disclosures/feed.xml', 'GET', everyone],
	['/c/[code]/disclosures/[id]', 'GET', everyone],
	['/c/[code]/disclosures/[id]/content.json', 'GET', everyone],
	['/c/[code]/disclosures/[id]/files/[file]', 'GET', everyone],
	['/api/v1/communities/[code]/disclosures', 'GET', everyone],
	...commentLines('/c/[code]/disclosures/[id]', '{comment}'),
	['/desk/disclosures', 'GET', office],
	// next door's publishers begin their own
	['/desk/disclosures/new', 'GET', only('publisher', 'next-door')],
	[
		...(['/desk/disclosures/new', 'default', publisher] as const),
		{ form: { ...text, what: 'notice', organisationId: '{residents-committee}' } }
	],
	['/desk/disclosures/[id]', 'GET', only('publisher', 'reviewer')],
	['/desk/disclosures/[id]/check', 'GET', only('publisher', 'reviewer')],
	['/desk/disclosures/[id]', 'save', publisher, { form: text }],
	['/desk/disclosures/[id]/check', 'default', publisher, { form: { basis: 'none' } }],
	['/desk/disclosures/[id]', 'discard', publisher],
	[
		...(['/desk/disclosures/[id]', 'sendBack', only('reviewer')] as const),
		{ at: '/desk/disclosures/{notice-in-review}', form: { reason: '时间不对' } }
	],
	['/desk/disclosures/[id]', 'publish', only('reviewer'), { at: '/desk/disclosures/{notice-in-review}' }],
	['/c/[code]/disclosures/[id]', 'correct', publisher],
	[
		...(['/c/[code]/disclosures/[id]', 'withdraw', only('publisher', 'reviewer')] as const),
		{ form: { withdrawReason: '有误' }, spare: true }
	]
];
