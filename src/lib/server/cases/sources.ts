import type { Act } from '../platform/act.ts';

/** Where a case comes from, as the area that owns the place says: a paragraph of minutes, an agenda item, a vote … */
export interface CaseSource {
	communityId: string;
	communityCode: string;
	/** Everybody may see the place, and so how the case raised there stands. */
	public: boolean;
	/** The organisation the actor speaks for there. */
	organisationId: string | null;
}
type FindSource = (a: Act, id: string, block: string | null) => Promise<CaseSource | null>;

const sources = new Map<string, FindSource>();

/**
 * Says how to find a source of this type: null where it is not there, or the actor may not raise a case from it. Called
 * once a process, when the areas register.
 */
export function onCaseSource(type: string, find: FindSource): void {
	sources.set(type, find);
}

export async function findSource(a: Act, type: string, id: string, block: string | null): Promise<CaseSource | null> {
	return (await sources.get(type)?.(a, id, block)) ?? null;
}
