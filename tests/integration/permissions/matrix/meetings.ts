import { commentLines } from './comments.ts';
import { convener, delegates, everyone, here, invited, only, signedIn, type Line } from './line.ts';

const matter = { what: 'rubbish', description: '东门垃圾', building: '{building}', place: '东门' };

const ROOM = { at: '/c/{community}/meetings/{hearing}/hearing' };
const ofQuestion = { ...ROOM, form: { questionId: '{unknown}' }, spare: true } as const;

/** The room of a hearing: whoever belongs here or was invited asks, the chair gives the floor, a party speaks for itself. */
const HEARING: readonly Line[] = [
	['/c/[code]/meetings/[id]/hearing', 'GET', everyone, ROOM],
	['/c/[code]/meetings/[id]/hearing', 'speak', here, ROOM],
	['/c/[code]/meetings/[id]/hearing', 'leave', convener, { ...ROOM, form: { speechId: '{unknown}' } }],
	['/c/[code]/meetings/[id]/hearing', 'give', convener, { ...ROOM, form: { speechId: '{unknown}', minutes: '3' } }],
	[
		...(['/c/[code]/meetings/[id]/hearing', 'ask', here] as const),
		{ ...ROOM, form: { itemId: '{unknown}', organisationId: '{company}', question: '钱从哪里出?' } }
	],
	[
		...(['/c/[code]/meetings/[id]/hearing', 'reply', []] as const),
		{ ...ofQuestion, form: { ...ofQuestion.form, reply: '公共收益' } }
	],
	[
		...(['/c/[code]/meetings/[id]/hearing', 'setAside', convener] as const),
		{ ...ofQuestion, form: { ...ofQuestion.form, why: '重复' } }
	],
	[
		...([
			'/c/[code]/meetings/[id]/hearing',
			'position',
			only('convener', 'recorder', 'delegate of property-company')
		] as const),
		{ ...ROOM, form: { organisationId: '{company}', stance: 'for', position: '赞成' } }
	]
];

/** Meetings, from the call to the signatures. */
export const MEETINGS: readonly Line[] = [
	...HEARING,
	['/c/[code]/meetings', 'GET', everyone],
	['/c/[code]/meetings/new', 'GET', convener],
	[
		...(['/c/[code]/meetings/new', 'default', convener] as const),
		{
			form: {
				...{ organisationId: '{residents-committee}', kind: 'co-building', title: '新会' },
				...{ place: '活动室', startsAt: '2026-12-20T19:00', partyIds: '{company}' }
			}
		}
	],
	['/c/[code]/meetings/[id]', 'GET', everyone],
	['/c/[code]/meetings/[id]/notice', 'GET', everyone],
	['/c/[code]/meetings/[id]/meeting.ics', 'GET', everyone],
	['/c/[code]/meetings/[id]/agenda', 'GET', everyone],
	['/c/[code]/meetings/[id]/check-in', 'GET', signedIn],
	['/c/[code]/meetings/[id]/check-in', 'default', here, { form: { door: 'wrong' } }],
	['/c/[code]/meetings/[id]/door', 'GET', only('convener', 'recorder')],
	['/c/[code]/meetings/[id]/minutes/edit', 'GET', invited],
	[
		'/c/[code]/meetings/[id]/minutes',
		'GET',
		[...invited, 'resident'],
		{ at: '/c/{community}/meetings/{review}/minutes' }
	],
	[
		...(['/c/[code]/meetings/[id]/minutes/history', 'GET', [...invited, 'resident']] as const),
		{ at: '/c/{community}/meetings/{review}/minutes/history' }
	],
	['/c/[code]/meetings/[id]/minutes/history', 'keep', only('convener', 'recorder'), { form: { name: '会上初稿' } }],
	[
		...(['/c/[code]/meetings/[id]/minutes/history', 'restore', only('convener', 'recorder')] as const),
		{ form: { version: '{unknown}' }, spare: true }
	],
	[
		...(['/c/[code]/meetings/[id]/minutes/edit', 'image', only('convener', 'recorder')] as const),
		{ form: { alt: '旧车棚', open: 'no' } }
	],
	['/minutes-images/[file]', 'GET', [...invited, 'resident'], { at: '/minutes-images/{image}' }],
	// comments on words: beside the text as it is written and as it is read
	...(['minutes', 'minutes/edit'] as const).flatMap((page): Line[] => {
		const route = `/c/[code]/meetings/[id]/${page}`;
		const at = `/c/{community}/meetings/{review}/${page}`;
		const mayComment = [...delegates, ...only('convener', 'recorder', 'resident')];
		return [
			[route, 'annotate', mayComment, { at, form: { start: '{start}', end: '{end}', annotation: '哪一段' } }],
			[route, 'reply', mayComment, { at, form: { annotationId: '{annotation}', reply: '西侧' } }],
			[route, 'settle', convener, { at, form: { annotationId: '{annotation}', settled: 'yes' } }]
		];
	}),
	...(['minutes/print', 'minutes.docx', 'minutes.md'] as const).map((copy): Line => [
		`/c/[code]/meetings/[id]/${copy}`,
		'GET',
		[...invited, 'resident'],
		{ at: `/c/{community}/meetings/{sealed}/${copy}` }
	]),
	['/c/[code]/meetings/[id]/sealed.json', 'GET', here, { at: '/c/{community}/meetings/{sealed}/sealed.json' }],
	[
		...(['/c/[code]/meetings/[id]/raise', 'GET', [...delegates, 'convener', 'recorder', 'grid-worker']] as const),
		{ at: '/c/{community}/meetings/{review}/raise?block=p1' }
	],
	[
		...(['/c/[code]/meetings/[id]/raise', 'default', [...delegates, 'convener', 'recorder', 'grid-worker']] as const),
		{ at: '/c/{community}/meetings/{review}/raise?block=p1', form: { title: '通道被占', ...matter } }
	],
	...(['GET', 'default'] as const).map((request): Line => [
		'/c/[code]/meetings/[id]/raise/task',
		request,
		only('convener', 'recorder'),
		{
			at: '/c/{community}/meetings/{review}/raise/task?block=p1',
			form: request === 'GET' ? {} : { title: '划线', assignee: '{company}', dueOn: '2026-12-30' }
		}
	]),
	[
		...(['/c/[code]/meetings/[id]/tasks/[task]', 'GET', [...invited, 'resident']] as const),
		{ at: '/c/{community}/meetings/{sealed}/tasks/{task}' }
	],
	[
		...(['/c/[code]/meetings/[id]/tasks/[task]', 'finish', only('handler', 'delegate of property-company')] as const),
		{ at: '/c/{community}/meetings/{sealed}/tasks/{task}', form: { done: '划好了' } }
	],
	[
		...(['/c/[code]/meetings/[id]/tasks/[task]', 'drop', convener] as const),
		{ at: '/c/{community}/meetings/{sealed}/tasks/{task}', form: { reason: '街道来办' } }
	],
	...commentLines('/c/[code]/meetings/[id]'),
	['/c/[code]/meetings/[id]', 'checkin', here],
	[
		...(['/c/[code]/meetings/[id]', 'carry', convener] as const),
		{ at: '/c/{community}/meetings/{collecting}', form: { carried: '{unknown}' } }
	],
	['/c/[code]/meetings/[id]', 'end', convener, { form: { itemId: '{unknown}', outcome: 'settled' }, spare: true }],
	['/c/[code]/meetings/[id]', 'late', convener, { form: { title: '晚到', kind: 'inform' } }],
	[
		...(['/c/[code]/meetings/[id]', 'attend', only('convener', 'recorder')] as const),
		{ form: { personId: '{resident}', capacity: '居民' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'object', only('resident', 'convener')] as const),
		{ at: '/c/{community}/meetings/{review}', form: { block: 'p1', body: '不对' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'answer', convener] as const),
		{ at: '/c/{community}/meetings/{review}', form: { objectionId: '{objection}', accepted: 'no', answer: '已核对' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'correct', convener] as const),
		{
			at: '/c/{community}/meetings/{sealed}',
			form: { block: 'p1', corrected: '3号楼西侧消防通道被占。', correction: '漏了位置' }
		}
	],
	[
		...(['/c/[code]/meetings/[id]', 'sign', only('delegate of property-company')] as const),
		{
			at: '/c/{community}/meetings/{sealed}',
			form: { organisationId: '{company}', position: '经理', stance: 'agree' }
		}
	],
	[
		...(['/c/[code]/meetings/[id]', 'command', convener] as const),
		{ at: '/c/{community}/meetings/{collecting}', form: { command: 'convene' } }
	],
	[
		...(['/c/[code]/meetings/[id]', 'cancel', convener] as const),
		{ at: '/c/{community}/meetings/{collecting}', form: { reason: '停电' } }
	]
];
