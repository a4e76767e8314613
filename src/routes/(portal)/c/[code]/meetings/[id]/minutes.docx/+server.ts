import { minutesDocx } from '#lib/features/meetings/minutes-docx.ts';
import { paperDocument, paperTitle } from '#lib/features/meetings/paper-document.ts';
import { minutesFile } from '../minutes-file.server.ts';
import type { RequestHandler } from './$types.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The sealed minutes for Word and WPS, with signatures and hash. */
export const GET: RequestHandler = ({ locals, params }) =>
	minutesFile(locals.ctx, params.id, { type: DOCX, ending: 'docx' }, (paper) =>
		minutesDocx(paperTitle(paper), paperDocument(paper), paper.images)
	);
