import { m } from '#lib/i18n/paraglide/messages.js';

/** What the reader may begin from a paragraph or an item. */
export type MayBegin = Record<'case' | 'task' | 'vote' | 'disclosure', boolean>;

/** The ways from a paragraph or an item of the meeting to what may be begun there. */
export function placeActs(meetingHref: string, at: { block: string } | { item: string }, may: MayBegin) {
	const [, , code, , id] = meetingHref.split('/');
	const block = `block=${encodeURIComponent('item' in at ? at.item : at.block)}`;
	const vote = 'item' in at ? `item=${at.item}` : `meeting=${id}&${block}`;
	return [
		...(may.case ? [{ href: `${meetingHref}/raise?${block}`, label: m.meetings_raise_case() }] : []),
		...(may.task ? [{ href: `${meetingHref}/raise/task?${block}`, label: m.meetings_task_assign() }] : []),
		...(may.vote ? [{ href: `/c/${code}/votes/new?${vote}`, label: m.votes_put_to_vote() }] : []),
		...(may.disclosure
			? [{ href: `/desk/disclosures/new?meeting=${id}&${block}`, label: m.meetings_raise_disclosure() }]
			: [])
	];
}
