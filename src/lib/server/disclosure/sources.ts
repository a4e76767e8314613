import type { DisclosureKind } from '#lib/domain/disclosure/disclosure.ts';
import type { TextTable } from '#lib/domain/disclosure/text-table.ts';
import type { Result } from '#lib/domain/shared/result.ts';
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

export interface SourceOfDisclosures {
	/** The matter as it stands, for who may publish it; the area asks its own policy. */
	find(a: Act, id: string): Promise<Result<DisclosureSource>>;
	/** Its disclosure is public from now on: the area moves its matter on, in the same transaction. */
	published(a: Act, id: string, disclosureId: string): Promise<Result>;
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
