import type { DisclosureKind } from '#lib/domain/disclosure/disclosure.ts';
import type { TextTable } from '#lib/domain/disclosure/text-table.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import type { Db } from '../db/client.ts';
import type { Act } from '../platform/act.ts';

/** What another area hands over to be published: sealed minutes, the result of a vote … */
export interface DisclosureSource {
	communityId: string;
	/** Publishes it, and whose publishers may begin. */
	organisationId: string;
	kind: Exclude<DisclosureKind, 'notice' | 'catalogue'>;
	title: string;
	body: string;
	table: TextTable | null;
}

/** A matter that has happened and must be published within its term, and is not public yet. */
export interface PendingSource {
	organisationId: string;
	organisation: string;
	partyKind: PartyKind;
	communityCode: string;
	title: string;
	dueAt: Date;
	/** Working days from when it happened; null where the term is counted otherwise. */
	withinDays: number | null;
	source: string;
	verified: boolean;
	from: { type: string; id: string };
}

/** Whose matters: a community's, or those of some organisations. */
export interface SourcesOf {
	communityId?: string;
	organisationIds?: readonly string[];
}

export interface SourceOfDisclosures {
	/** The matter as it stands, for who may publish it; the area asks its own policy. */
	find(a: Act, id: string): Promise<Result<DisclosureSource>>;
	/** Its disclosure is public from now on: the area moves its matter on, in the same transaction. */
	published(a: Act, id: string, disclosureId: string): Promise<Result>;
	/** Matters that must be published by now or soon, and are not. */
	pending(db: Db, of: SourcesOf): Promise<PendingSource[]>;
	/** It has been taken away from the public. */
	withdrawn(a: Act, id: string): Promise<Result>;
}

const sources = new Map<string, SourceOfDisclosures>();

/** Lets matters of this kind be published. Called once a process, when the areas register. */
export function onDisclosureSource(type: string, source: SourceOfDisclosures): void {
	sources.set(type, source);
}

/** Default deny: matters of a kind nobody registered are not published. */
export const sourceOf = (type: string): SourceOfDisclosures | undefined => sources.get(type);

export async function pendingSources(db: Db, of: SourcesOf): Promise<PendingSource[]> {
	return (await Promise.all([...sources.values()].map((source) => source.pending(db, of)))).flat();
}
