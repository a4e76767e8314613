import { here, only, signedIn, type Line } from './line.ts';

const moderators = only('publisher', 'reviewer', 'leader');

/**
 * What may be done with comments on such a page. Without the id of a comment that a resident wrote there, only those who
 * may not are asked: nobody finds a comment that is not there.
 */
export function commentLines(route: string, commentId?: string): Line[] {
	const about = { commentId: commentId ?? '{unknown}' };
	const spare = commentId ? {} : { spare: true as const };
	const author = commentId ? only('resident') : signedIn;
	const others = here.filter((who) => who !== 'resident');
	return [
		[route, 'comment', here, { form: { comment: '收到' } }],
		[route, 'reportComment', others, { form: { ...about, reportReason: '广告' }, ...spare }],
		[route, 'keepComment', moderators, { form: about, ...spare }],
		[route, 'appealComment', author, { form: { ...about, appeal: '说的是实情' }, ...spare }],
		[route, 'decideAppeal', moderators, { form: { ...about, restore: 'no', appealAnswer: '维持' }, ...spare }],
		[route, 'hideComment', moderators, { form: { ...about, hideReason: '重复' }, ...spare }],
		[route, 'withdrawComment', author, { form: about, ...spare }]
	];
}
