import { ADMIN } from './admin.ts';
import { CASES } from './cases.ts';
import { DISCLOSURE } from './disclosure.ts';
import type { Line } from './line.ts';
import { MEETINGS } from './meetings.ts';
import { OWN } from './own.ts';
import { PROPOSALS } from './proposals.ts';
import { PUBLIC } from './public.ts';
import { REGISTER } from './register.ts';
import { VOTES } from './votes.ts';

/**
 * Who may request what. A route or an action that is not here fails the test, and so does an answer to anybody who is
 * not named in its line. Lines run from top to bottom: what changes the scene stands after what needs it unchanged.
 */
export const MATRIX: readonly Line[] = [
	...PUBLIC,
	...OWN,
	...REGISTER,
	...CASES,
	...MEETINGS,
	...PROPOSALS,
	...VOTES,
	...DISCLOSURE,
	...ADMIN
];

/** The address of a route where a line names no other; the longest that fits. */
export const USUAL: Readonly<Record<string, string>> = {
	'/d/[code]': '/d/{district}',
	'/s/[code]': '/s/{street}',
	'/c/[code]': '/c/{community}',
	'/c/[code]/cases/[number]': '/c/{community}/cases/{case}',
	'/c/[code]/meetings/[id]': '/c/{community}/meetings/{session}',
	'/c/[code]/proposals/[id]': '/c/{community}/proposals/{proposal}',
	'/c/[code]/votes/[id]': '/c/{community}/votes/{open}',
	'/desk/cases/[area]': '/desk/cases/{community}',
	'/c/[code]/disclosures/[id]': '/c/{community}/disclosures/{notice}',
	'/c/[code]/disclosures/[id]/files/[file]': '/c/{community}/disclosures/{notice}/files/{notice-file}',
	'/desk/disclosures/[id]': '/desk/disclosures/{notice-draft}',
	'/admin/areas/[code]': '/admin/areas/{community}',
	'/admin/parties/[id]': '/admin/parties/{station}',
	'/admin/property-areas/[id]': '/admin/property-areas/{property-area}',
	'/admin/buildings/[id]': '/admin/buildings/{building}',
	'/admin/staff/[id]': '/admin/staff/{staff}',
	'/desk/people/households/[id]': '/desk/people/households/{household}',
	'/desk/people/import/[id]': '/desk/people/import/{import}',
	'/api/v1/communities/[code]': '/api/v1/communities/{community}'
};
