import { recordFile } from '../record-file.server.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ locals, params }) => recordFile(locals.ctx, params.id, 'full');
