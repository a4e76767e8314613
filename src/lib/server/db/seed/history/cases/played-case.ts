import type { CaseFacts } from '#lib/domain/cases/case.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Row } from '../../world.ts';
import type { CaseStory } from './story.ts';

/** A case in the middle of being told: what the rules know of it, and the rows it has left so far. */
export interface PlayedCase {
	story: CaseStory;
	id: string;
	communityId: string;
	facts: CaseFacts;
	reporter: Person;
	reporterOrganisationId: string | null;
	building: Row<'building'> | undefined;
	/** The row's columns that no rule reads. */
	result: string | null;
	step: Pick<Row<'gridCase'>, 'stepStartedAt' | 'stepDueAt' | 'stepProvisional'>;
	entries: Row<'caseEntry'>[];
	clocks: (Omit<Row<'clock'>, 'id' | 'createdAt'> & { createdAt: Date })[];
	whistles: Row<'whistle'>[];
	photos: { at: Date; by: string; seq: number }[];
	told: Told[];
}

/** Who should hear of an entry. */
export interface Told {
	at: Date;
	kind: string;
	personIds: string[];
}
