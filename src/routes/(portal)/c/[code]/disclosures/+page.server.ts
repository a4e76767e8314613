import { DISCLOSURE_KINDS, type DisclosureKind } from '#lib/domain/disclosure/disclosure.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { dutiesIn, listDisclosures, publishersIn } from '#lib/server/disclosure/index.ts';
import type { PageServerLoad } from './$types.ts';

const SIZE = 20;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { community } = await parent();
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const kind = DISCLOSURE_KINDS.find((one) => one === asked('kind')) as DisclosureKind | undefined;
	const by = isId(asked('by')) ? asked('by') : '';
	const words = asked('q').trim().slice(0, 60);
	const page = Math.min(1000, Math.max(1, Math.trunc(Number(asked('page'))) || 1));
	const filter = { kind, publisherId: by || undefined, words };
	const [found, publishers, duties] = await Promise.all([
		listDisclosures(locals.ctx, community.id, filter, { page, size: SIZE }),
		publishersIn(locals.ctx, community.id),
		dutiesIn(locals.ctx, community.id)
	]);
	const overdue = duties.filter(({ state }) => state === 'overdue').length;
	const pages = Math.max(1, Math.ceil(found.total / SIZE));
	return { ...found, publishers, kind: kind ?? null, by, words, page, pages, overdue };
};
