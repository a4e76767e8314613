import { and, eq, inArray, isNull, like, notInArray, or, type SQL } from 'drizzle-orm';
import type { CaseState } from '#lib/domain/cases/case.ts';
import { DESK_KINDS } from '#lib/domain/cases/cases.policy.ts';
import type { CaseLine } from '#lib/domain/cases/view.ts';
import type { Membership } from '#lib/domain/shared/actor.ts';
import { gridCase } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { caseLines } from './lines.ts';

type Stored = Exclude<CaseState, 'draft'>;
const DESKS = Object.values(DESK_KINDS).flat();

/** In which states a case waits for somebody with this appointment, or undefined: for nobody of the kind. */
function waitsFor(m: Membership): SQL | undefined {
	const at = (...states: Stored[]) => inArray(gridCase.state, states);
	const office = DESKS.includes(m.organisationKind);
	if (m.role === 'handler') {
		return and(eq(gridCase.unitOrganisationId, m.organisationId), at('dispatched', 'handling'));
	}
	if (m.role === 'dispatcher' && office) {
		const below = and(like(gridCase.deskCode, `${m.areaCode}___`), at('disputed'));
		return or(and(eq(gridCase.deskCode, m.areaCode), at('submitted', 'accepted')), below);
	}
	const ground = like(gridCase.deskCode, `${m.areaCode}%`);
	if (m.role === 'verifier' && office) return and(ground, at('verifying'));
	if (m.role === 'caller' && office) return and(ground, at('calling-back'));
	return undefined;
}

/** Cases that wait for something that is this person's office to do, most pressing first. */
export async function casesWaitingFor({ database, actor }: Context, limit = 20): Promise<CaseLine[]> {
	const duties = (actor?.memberships ?? []).map(waitsFor).filter((each) => each !== undefined);
	if (!duties.length) return [];
	const bodies = actor!.memberships.map((m) => m.organisationId);
	const notOwn = or(isNull(gridCase.aboutOrganisationId), notInArray(gridCase.aboutOrganisationId, bodies));
	return caseLines(database.db, and(or(...duties), notOwn), { limit });
}

/** Cases this person reported that ask something of them: to tell more, to say how it went. */
export async function casesAskingMe({ database, actor }: Context): Promise<CaseLine[]> {
	if (!actor) return [];
	const asking: Stored[] = ['waiting-reporter', 'calling-back'];
	const mine = and(eq(gridCase.reporterId, actor.personId), eq(gridCase.publicInterest, false));
	return caseLines(database.db, and(mine, inArray(gridCase.state, asking)), { limit: 20 });
}
