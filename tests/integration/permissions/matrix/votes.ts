import { commentLines } from './comments.ts';
import { convener, everyone, nobody, onTheRoll, only, signedIn, type Line } from './line.ts';

const draftVote = {
	...{ organisationId: '{residents-committee}', preset: 'residents-meeting-2026', scope: 'community' },
	...{ title: '路灯', question: '同意吗?', secrecy: 'open', opensAt: '2026-11-25T09:00', closesAt: '2026-12-02T09:00' }
};

const clerks = only('convener', 'entry-clerk');
const paper = '/c/{community}/votes/{counting}/register/{paper}';

/** Votes, from the draft to the record. */
export const VOTES: readonly Line[] = [
	['/c/[code]/votes', 'GET', everyone],
	['/c/[code]/votes/new', 'GET', convener],
	['/c/[code]/votes/new', 'default', convener, { form: draftVote }],
	['/c/[code]/votes/[id]', 'GET', everyone],
	['/c/[code]/votes/[id]/notice', 'GET', everyone],
	['/c/[code]/votes/[id]', 'cast', only('household-representative'), { form: { entry: '{entry}', choice: 'for' } }],
	['/c/[code]/votes/[id]/edit', 'GET', convener, { at: '/c/{community}/votes/{draft}/edit' }],
	['/c/[code]/votes/[id]/edit', 'default', convener, { at: '/c/{community}/votes/{draft}/edit', form: draftVote }],
	['/c/[code]/votes/[id]', 'announce', convener, { at: '/c/{community}/votes/{draft}' }],
	['/c/[code]/votes/[id]', 'cancel', convener, { at: '/c/{community}/votes/{draft}', form: { reason: '另议' } }],
	['/c/[code]/votes/[id]', 'runOff', convener, { at: '/c/{community}/votes/{published}' }],
	...commentLines('/c/[code]/votes/[id]'),
	['/c/[code]/votes/[id]', 'disclose', only('publisher'), { at: '/c/{community}/votes/{published}' }],
	['/verify', 'GET', everyone],
	['/c/[code]/votes/[id]/verify', 'GET', everyone, { at: '/c/{community}/votes/{published}/verify' }],
	['/c/[code]/votes/[id]/record.json', 'GET', everyone, { at: '/c/{community}/votes/{published}/record.json' }],
	[
		...(['/c/[code]/votes/[id]/full-record.json', 'GET', [...onTheRoll, 'supervisor']] as const),
		{ at: '/c/{community}/votes/{published}/full-record.json' }
	],
	[
		...(['/c/[code]/votes/[id]', 'object', onTheRoll] as const),
		{ at: '/c/{community}/votes/{published}', form: { body: '再看看' } }
	],
	[
		...(['/c/[code]/votes/[id]', 'answer', convener] as const),
		{ at: '/c/{community}/votes/{published}', form: { objectionId: '{vote-objection}', answer: '已核对' } }
	],
	['/c/[code]/votes/[id]', 'annul', convener, { at: '/c/{community}/votes/{published}', form: { reason: '有误' } }],
	// the open vote of the scene is not a secret one: nobody finds a ballot there
	['/c/[code]/votes/[id]/ballot', 'GET', nobody],
	['/c/[code]/votes/[id]/drawn', 'GET', nobody],
	['/c/[code]/votes/[id]/register', 'GET', clerks, { at: '/c/{community}/votes/{counting}/register' }],
	['/c/[code]/votes/[id]/roll', 'GET', [...onTheRoll, 'convener', 'supervisor']],
	['/c/[code]/votes/[id]/register/print', 'GET', clerks, { at: '/c/{community}/votes/{counting}/register/print' }],
	['/c/[code]/votes/[id]/register/[paper]', 'GET', clerks, { at: paper }],
	['/c/[code]/votes/[id]/register/[paper]', 'default', clerks, { at: paper, form: { reading: 'for' } }],
	['/c/[code]/votes/[id]/register', 'receive', clerks, { form: { entry: '{entry}' } }],
	[
		...(['/c/[code]/votes/[id]', 'contest', onTheRoll] as const),
		{ at: '/c/{community}/votes/{counting}', form: { paper: '{paper}', contest: '不是我家交的' } }
	],
	[
		...(['/c/[code]/votes/[id]', 'judge', only('supervisor')] as const),
		{ at: '/c/{community}/votes/{counting}', form: { paper: '{paper}', upheld: 'yes', judgement: '核对过' } }
	],
	[
		...(['/c/[code]/votes/[id]', 'proxy', onTheRoll] as const),
		{ form: { entry: '{entry}', agentName: '吴代理', agentPhone: '13900000001' } }
	],
	['/c/[code]/votes/[id]', 'revoke', onTheRoll, { form: { proxy: '{vote-objection}' } }],
	['/c/[code]/votes/[id]/register', 'give', clerks, { form: { entry: '{entry}' } }],
	[
		...(['/c/[code]/votes/[id]/register', 'box', clerks] as const),
		{ form: { for: '1', against: '0', abstain: '0', spoiled: '0' } }
	],
	[
		...(['/c/[code]/votes/[id]', 'sign'] as const),
		only('convener', 'supervisor', 'delegate', 'leader', 'chair', 'delegate of supervisory-committee')
	],
	['/c/[code]/votes/[id]/ballot/draw', 'POST', signedIn],
	// by token alone: nobody is asked who they are
	['/api/v1/votes/[id]/ballots', 'POST', everyone, { at: '/api/v1/votes/{open}/ballots' }]
];
