import { ABSTAIN } from '#lib/domain/votes/options.ts';
import type { Preset } from '#lib/domain/votes/presets.ts';
import { decidesNothing } from '#lib/domain/votes/rule.ts';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { vote } from '../db/schema/index.ts';

/** As they are announced and frozen in the manifest; the interface says them in its own language. */
const ABSTENTION = { id: ABSTAIN, label: '弃权' };
const FOR_OR_AGAINST = [{ id: 'for', label: '同意' }, { id: 'against', label: '不同意' }, ABSTENTION];

type Sheet = Pick<typeof vote.$inferInsert, 'method' | 'options' | 'seats' | 'mostChoices'>;

/**
 * What a ballot of the drafted vote offers. Seats are proposed by a consultation only: committees and representatives are
 * elected and recalled under laws of their own, never online. Refusals: `votes.options-missing`, `votes.option-is-abstention`, `votes.seats-missing`,
 * `votes.seats-only-proposed`, `votes.most-too-many`, `votes.seats-too-many`, `votes.secret-for-against-only`.
 */
export function ballotSheet(
	{ method = 'for-against-abstain', options = [], most = null, secrecy }: DraftVote,
	preset: Preset
): Result<Sheet> {
	if (method === 'for-against-abstain') {
		return ok({ method, options: FOR_OR_AGAINST, seats: null, mostChoices: null });
	}
	if (secrecy === 'secret') return refuse('votes.secret-for-against-only', { field: 'secrecy' });
	if (options.length < 2) return refuse('votes.options-missing', { field: 'options' });
	if (options.includes(ABSTENTION.label)) return refuse('votes.option-is-abstention', { field: 'options' });
	if (method === 'seats') {
		if (!decidesNothing(preset.rule)) return refuse('votes.seats-only-proposed', { field: 'method' });
		if (most === null) return refuse('votes.seats-missing', { field: 'most' });
		if (most >= options.length) return refuse('votes.seats-too-many', { field: 'most' });
	} else if (most !== null && most > options.length) return refuse('votes.most-too-many', { field: 'most' });
	return ok({
		method,
		options: [...options.map((label, i) => ({ id: `o${i + 1}`, label })), ABSTENTION],
		seats: method === 'seats' ? most : null,
		mostChoices: method === 'single' ? null : most
	});
}
