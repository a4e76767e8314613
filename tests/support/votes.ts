import type { Person } from '#lib/domain/shared/actor.ts';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { announceVote, draftVote } from '#lib/server/votes/index.ts';
import type { Town } from './community.ts';
import type { TestDatabase } from './database.ts';

export const OPENS = new Date('2026-11-20T09:00:00+08:00');
export const CLOSES = new Date('2026-11-26T20:00:00+08:00');
const EVE = new Date('2026-11-19T09:00:00+08:00');

/** Value of a result that a test needs to go on; a refusal fails the test with its code. */
export function expectOk<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
	if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
	return result.value;
}

/** Drafts a vote in the town as its convener, the day before it opens. */
export async function draft(data: TestDatabase, town: Town, convener: Person, changes: Partial<DraftVote> = {}) {
	await data.travelTo(EVE);
	const owners = convener.memberships[0]!.organisationKind === 'owners-committee';
	return expectOk(
		await draftVote(data.as(convener), {
			organisationId: convener.memberships[0]!.organisationId,
			preset: owners ? 'owners-special' : 'residents-meeting-2026',
			scope: owners ? { kind: 'property-area', id: town.propertyAreaId } : { kind: 'community', id: null },
			title: '加装电梯',
			question: '1号楼加装电梯,您同意吗?',
			background: '',
			opensAt: OPENS,
			closesAt: CLOSES,
			extensionHours: null,
			meetingId: null,
			agendaItemId: null,
			...changes
		})
	).id;
}

/** A vote that is open, by its own clock. */
export async function openVote(data: TestDatabase, town: Town, convener: Person, changes: Partial<DraftVote> = {}) {
	const id = await draft(data, town, convener, changes);
	expectOk(await announceVote(data.as(convener), id));
	await data.travelTo(OPENS);
	await sweepClocks(data);
	return id;
}
