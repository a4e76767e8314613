import * as v from 'valibot';
import { requiredText } from '../shared/form-fields.ts';

const words = requiredText('meetings.annotation-missing', 1000, 'meetings.too-long');
const id = v.pipe(v.string('form.not-found'), v.uuid('form.not-found'));
/** A Yjs relative position in base64. */
const position = v.pipe(
	v.string('meetings.anchor-missing'),
	v.maxLength(400, 'meetings.anchor-missing'),
	v.base64('meetings.anchor-missing'),
	v.transform((text): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))
);

export const annotateSchema = v.object({ start: position, end: position, annotation: words });
export type Annotate = v.InferOutput<typeof annotateSchema>;

export const annotationAnswerSchema = v.object({ annotationId: id, reply: words });
export const annotationSettleSchema = v.object({ annotationId: id, settled: v.picklist(['yes', 'no']) });
