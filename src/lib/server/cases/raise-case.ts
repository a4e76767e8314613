import type { RaiseInput } from '#lib/domain/cases/report.schema.ts';
import { mayReport } from '#lib/domain/cases/cases.policy.ts';
import { refuse, type Result } from '#lib/domain/shared/result.ts';
import { createLink } from '../links/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { categoryByWord, findBuilding, findCommunity } from './look-up.ts';
import { openCase } from './open-case.ts';
import { findSource } from './sources.ts';

/** A place in another area: its type, its id, and the block or item inside it. */
export interface SourceRef {
	type: string;
	id: string;
	block: string | null;
}

/**
 * Raises what came up elsewhere (a paragraph of minutes, an agenda item, a vote, an inquiry …) as a case, linked both
 * ways. The place it came from shows its state from then on. Refusals: `cases.source-not-found`, those of a report.
 */
export async function raiseCase(
	ctx: Context,
	from: SourceRef,
	input: RaiseInput
): Promise<Result<{ id: string; number: string }>> {
	return act(ctx, async (a) => {
		const source = await findSource(a, from.type, from.id, from.block);
		if (!source) return refuse('cases.source-not-found');
		const allowed = mayReport(a.actor, source.communityCode);
		if (!allowed.ok) return allowed;
		const community = await findCommunity(a.db, source.communityCode);
		const building = input.building ? await findBuilding(a.db, source.communityId, input.building) : null;
		if (!community || building === undefined) return refuse('form.unreadable', { field: 'building' });

		const opened = await openCase(
			a,
			{
				community,
				category: await categoryByWord(a.db, input.what),
				title: input.title,
				description: input.description,
				place: [building?.label, input.place].filter(Boolean).join(' '),
				building,
				reporterOrganisationId: source.organisationId,
				// who speaks for a party does so in the open
				reporterVisible: source.organisationId !== null,
				against: null,
				public: source.public
			},
			input.seen ?? false
		);
		if (!opened.ok) return opened;
		await createLink(a, {
			communityId: source.communityId,
			from,
			to: { type: 'case', id: opened.value.id }
		});
		await a.emit({ topic: `${from.type}:${from.id}`, kind: 'case-raised', areaId: source.communityId });
		return opened;
	});
}
