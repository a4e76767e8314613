import { picturesToDisclose } from '#lib/server/meetings/index.ts';

/** Pictures that become public together with a disclosure, which has their captions only. */
export const picturesOf = async (
	ctx: App.Locals['ctx'],
	{ source }: { source: { type: string; id: string } | null }
): Promise<{ href: string; alt: string }[]> => (source?.type === 'meeting' ? picturesToDisclose(ctx, source.id) : []);
