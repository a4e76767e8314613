import type { MinutesPaper } from '#lib/domain/meetings/minutes-paper.ts';
import { paperTitle } from '#lib/features/meetings/paper-document.ts';
import { denied } from '#lib/i18n/opened.ts';
import { minutesToExport } from '#lib/server/meetings/index.ts';

/** Sealed minutes as a file to keep, named by the meeting; for those who may read them. */
export async function minutesFile(
	ctx: App.Locals['ctx'],
	id: string,
	{ type, ending }: { type: string; ending: string },
	write: (paper: MinutesPaper) => BodyInit | Promise<BodyInit>
): Promise<Response> {
	const found = await minutesToExport(ctx, id);
	if (!found.ok) denied(found.refusal);
	const name = encodeURIComponent(`${paperTitle(found.value)}.${ending}`);
	return new Response(await write(found.value), {
		headers: {
			'content-type': type,
			// RFC 6266: the Chinese name where it is understood
			'content-disposition': `attachment; filename="minutes.${ending}"; filename*=UTF-8''${name}`
		}
	});
}
