import { commentLines } from './comments.ts';
import { convener, everyone, only, signedIn, type Line } from './line.ts';

/** Lives or owns here: an office alone makes nobody one of the community. */
const ofCommunity = only('resident', 'household-representative', 'owner');
const READY = { at: '/c/{community}/proposals/{proposal-ready}' };

export const PROPOSALS: readonly Line[] = [
	['/c/[code]/proposals', 'GET', everyone],
	['/c/[code]/proposals', 'rule', convener, { form: { needed: '10' } }],
	['/c/[code]/proposals/new', 'GET', signedIn],
	['/c/[code]/proposals/new', 'default', ofCommunity, { form: { title: '长椅', body: '没处坐', place: '' } }],
	['/c/[code]/proposals/[id]', 'GET', everyone],
	['/c/[code]/proposals/[id]', 'support', ofCommunity],
	['/c/[code]/proposals/[id]', 'takeBack', ofCommunity],
	['/c/[code]/proposals/[id]', 'place', convener, { ...READY, form: { meetingId: '{unknown}' }, spare: true }],
	['/c/[code]/proposals/[id]', 'decline', convener, { ...READY, form: { reason: '归街道管' } }],
	...commentLines('/c/[code]/proposals/[id]'),
	['/c/[code]/proposals/[id]', 'withdraw', only('resident')]
];
