import { minutesMarkdown } from '#lib/domain/meetings/minutes-markdown.ts';
import { heading } from '#lib/domain/meetings/minutes-nodes.ts';
import { paperDocument, paperTitle } from '#lib/features/meetings/paper-document.ts';
import { minutesFile } from '../minutes-file.server.ts';
import type { RequestHandler } from './$types.ts';

/** The sealed minutes as Markdown, with signatures and hash. */
export const GET: RequestHandler = ({ locals, params, url }) =>
	minutesFile(locals.ctx, params.id, { type: 'text/markdown; charset=utf-8', ending: 'md' }, (paper) => {
		const { content = [] } = paperDocument(paper);
		return minutesMarkdown({ type: 'doc', content: [heading(paperTitle(paper), 1), ...content] }, url.origin);
	});
