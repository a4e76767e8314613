import type { Membership } from '#lib/domain/shared/actor.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { IconName } from '#lib/ui/Icon.svelte';

export interface Tile {
	href: string;
	icon: IconName;
	title: string;
	text: string;
}

interface Work {
	roles: readonly Role[];
	/** Only for appointments in such a party; in any where left out. */
	party?: PartyKind;
	icon: IconName;
	/** Where it is done for an appointment over this area; undefined where there is no such work at its level. */
	href: (areaCode: string) => string | undefined;
	title: () => string;
	text: () => string;
}

const inCommunity = (path: string) => (code: string) => (code.length === 12 ? `/c/${code}${path}` : undefined);

/** What can be done at a desk, and whose work it is. */
const WORKS: readonly Work[] = [
	{
		roles: ['convener', 'recorder', 'chair', 'delegate', 'leader'],
		icon: 'talk',
		href: inCommunity('/meetings'),
		title: m.desk_meetings,
		text: m.desk_meetings_text
	},
	{
		roles: ['convener'],
		icon: 'calendar',
		href: inCommunity('/meetings/new'),
		title: m.desk_call_meeting,
		text: m.desk_call_meeting_text
	},
	{
		roles: ['convener'],
		icon: 'vote',
		href: inCommunity('/votes/new'),
		title: m.desk_draft_vote,
		text: m.desk_draft_vote_text
	},
	{
		roles: ['publisher', 'reviewer'],
		icon: 'board',
		href: (code) => (code.length === 12 ? '/desk/disclosures' : undefined),
		title: m.desk_disclosures,
		text: m.desk_disclosures_text
	},
	{
		roles: ['entry-clerk'],
		party: 'residents-committee',
		icon: 'person',
		href: () => '/desk/people',
		title: m.desk_people,
		text: m.desk_people_text
	},
	{
		roles: ['system-administrator', 'security-administrator'],
		icon: 'board',
		href: () => '/admin',
		title: m.admin_desk,
		text: m.admin_desk_text
	}
];

type Appointment = Pick<Membership, 'role' | 'areaCode' | 'organisationKind'>;

/** The tiles of a person with these appointments, each place once. */
export function tilesFor(appointments: readonly Appointment[]): Tile[] {
	const tiles = WORKS.flatMap((work) =>
		appointments
			.filter(
				({ role, organisationKind }) =>
					work.roles.includes(role) && (work.party ?? organisationKind) === organisationKind
			)
			.map(({ areaCode }) => work.href(areaCode))
			.filter((href) => href !== undefined)
			.map((href) => ({ href, icon: work.icon, title: work.title(), text: work.text() }))
	);
	return [...new Map(tiles.map((tile) => [tile.href, tile])).values()];
}
