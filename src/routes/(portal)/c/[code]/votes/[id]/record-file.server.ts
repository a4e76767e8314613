import { error } from '@sveltejs/kit';
import { canonicalJson } from '#lib/domain/shared/canonical.ts';
import type { VoteRecord } from '#lib/domain/votes/record.schema.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { voteRecord } from '#lib/server/votes/index.ts';

/** A vote's record in its canonical form, so that anybody can recompute it from the file. */
export async function recordFile(ctx: App.Locals['ctx'], id: string, view: VoteRecord['view']): Promise<Response> {
	const found = await voteRecord(ctx, id, view);
	if (!found.ok) error(found.refusal.code === 'votes.not-found' ? 404 : 403, sentence(found.refusal));
	return new Response(canonicalJson(found.value), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			...(view === 'full' ? { 'cache-control': 'private, no-store' } : {})
		}
	});
}
