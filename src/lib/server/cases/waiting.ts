import { and, eq, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm';
import type { CaseState } from '#lib/domain/cases/case.ts';
import { DESK_KINDS } from '#lib/domain/cases/cases.policy.ts';
import type { Membership } from '#lib/domain/shared/actor.ts';
import { gridCase } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { caseLines, type CaseLine } from './lines.ts';

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

/** Cases that wait for something this person can do (等我处理的), most pressing first. */
export async function casesWaitingFor({ database, actor }: Context, limit = 20): Promise<CaseLine[]> {
	if (!actor) return [];
	const asked = and(
		eq(gridCase.reporterId, actor.personId),
		inArray(gridCase.state, ['waiting-reporter', 'calling-back'] satisfies Stored[])
	);
	const bodies = actor.memberships.map((m) => m.organisationId);
	const notOwn = bodies.length
		? or(isNull(gridCase.aboutOrganisationId), sql`not ${inArray(gridCase.aboutOrganisationId, bodies)}`)
		: undefined;
	const duties = actor.memberships.map(waitsFor).filter((each) => each !== undefined);
	return caseLines(database.db, or(asked, duties.length ? and(or(...duties), notOwn) : undefined), { limit });
}
